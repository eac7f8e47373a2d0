#!/bin/sh
# Unpacks the text of the Debian packages that the table of languages is learnt from (languages.go) into the folder $1, where it isn't yet: 600 MB to
# fetch. It needs apt-get, dpkg-deb and tar.
set -e
mkdir -p "$1" && cd "$1"
for p in \
	wesnoth-1.16-data=1:1.16.9-1 widelands-data=2:1.1-3 kstars-data=5:3.6.2-2 kalzium-data=4:22.12.3-1 freeciv-data=3.0.6-1+deb12u1 \
	gnome-user-docs=43.0-2 debian-handbook=11.20220922 installation-guide-amd64=20230508+deb12u1 \
	debian-edu-doc-da=2.12.23~deb12u1 debian-edu-doc-nb-no=2.12.23~deb12u1 gimp-help-nn=2.10.34-2; do
	name=${p%%=*}
	test ! -d "$name" || continue
	apt-get download -q "$p"
	mkdir "$name.part"
	dpkg-deb --fsys-tarfile "$name"_*.deb | tar -x -C "$name.part" --wildcards --no-anchored '*.mo' '*.page' '*.html'
	rm "$name"_*.deb
	mv "$name.part" "$name"
done
