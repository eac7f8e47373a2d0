package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

func root() app.UI { return app.Main().Body(app.H1().Text("Gloss")) }
