package main
import ("fmt";"os";"strconv";"gloss/cmd/internal/gold";"gloss/app/entity";"gloss/app/lang";"gloss/app/text";"io/fs";"gloss/web";"strings")
func main(){
 docs,err:=gold.Read("/work/shared/data/entity/dev/worldwide.tsv",gold.AsWritten); if err!=nil{panic(err)}
 models,_:=fs.Sub(web.Models,"models"); l,err:=lang.Open(models,"en"); if err!=nil{panic(err)}
 r,err:=entity.Open(l); if err!=nil{panic(err)}
 for _,a:=range os.Args[1:]{ i,e:=strconv.Atoi(a); t:=a; if e==nil {t=docs[i-1].Text} else { b,_:=os.ReadFile(a); t=string(b)}
  doc:=text.Parse(t,l,text.Span{Start:0,End:len(t)}); m,es:=r.Resolve(doc,r.Recognize(doc,0,len(doc.Sentences)))
  for _,e:=range es { if !e.Type.Name(){continue}; fmt.Printf("%s %d %.3f %s = %s\n",e.Type,len(e.Mentions),e.Salience,e.Name,strings.Join(e.Aliases," = ")); for _,k:=range e.Mentions { fmt.Printf("      %d-%d %q %s %.2f %v\n",m[k].Start,m[k].End,m[k].Of(t),m[k].Type,m[k].Confidence,m[k].Why)} }
 }}
