import http from 'node:http';
import { readFileSync } from 'node:fs';
import { buildSchema, graphql, isNonNullType, isListType, isObjectType, isAbstractType, isEnumType, getNullableType } from 'graphql';
const schema = buildSchema(readFileSync('/tmp/schema.graphql','utf8'));
const role = process.env.ROLE ?? 'AGENCY_CLERK';
const uuid = (n) => `0190c6a4-5c1e-7b1a-9f00-${String(n).padStart(12,'0')}`;
let n = 0;
const zhNames = ['遂宁市中心医院','遂宁市第一人民医院','射洪市人民医院'];
const scalar = (name, field) => {
  n++;
  if (name==='Fen') return ['117000.00','33930.00','7469900.00','0.10'][n%4];
  if (name==='Quantity') return String((n*7919)%200000);
  if (name==='BasisPoints') return (n*1234)%9000;
  if (name==='PlainDate') return '2020-07-01';
  if (name==='Month') return '2022-02';
  if (name==='Uuid') return uuid(n%30);
  if (name==='DateTime') return '2020-07-01T08:30:00.000Z';
  if (name==='Boolean') return field==='demonstration' ? true : field==='hasNextPage' ? false : n%3===0;
  if (name==='Int') return 1+n%5;
  if (/yuan/i.test(field)) return '84825.0000';
  if (/nameEn/i.test(field)) return 'Suining Central Hospital';
  if (/name/i.test(field)) return zhNames[n%3];
  if (/variety/i.test(field)) return '阿托伐他汀钙片';
  if (field==='code') return '510900';
  if (/token/i.test(field)) return 'tok';
  if (/formula/.test(field)) return '100000 × 2.00 × 13/20 × 9/10';
  if (/seal|hash|sha/i.test(field)) return 'a3f1'.repeat(16);
  return '示例文字';
};
const make = (type, field, depth=0) => {
  const t = getNullableType(type);
  if (!isNonNullType(type) && /objection|veto|endCursor|startCursor|message|reason/.test(field)) return null;
  if (isListType(t)) return depth>9?[]:Array.from({length: field==='memberships'?2:field==='missing'?0:3},()=>make(t.ofType, field, depth+1));
  if (isEnumType(t)) { const vs=t.getValues(); if (t.name==='Role') return role; n++; return vs[n%vs.length].name; }
  if (isAbstractType(t)) { const p=schema.getPossibleTypes(t).find(p=>!/Refusal/.test(p.name)); return make(p, field, depth); }
  if (isObjectType(t)) return new Proxy({__typename:t.name},{get:(o,k)=>{ if(k==='__typename')return t.name; if(typeof k==='symbol'||k==='then')return undefined; if(k in o)return o[k]; const f=t.getFields()[k]; if(!f)return undefined; return o[k]=make(f.type,k,depth+1);}, has:()=>true});
  return scalar(t.name, field);
};
http.createServer((req,res)=>{ let b=''; req.on('data',d=>b+=d); req.on('end', async()=>{ try{ const {query,variables}=JSON.parse(b); n=7;
  const r=await graphql({schema, source:query, variableValues:variables, rootValue:{}, fieldResolver:(src,args,ctx,info)=> { const v = src && info.fieldName in src && Object.keys(src).length ? src[info.fieldName] : make(info.returnType, info.fieldName); return v; }, typeResolver:(v)=>v.__typename});
  if(r.errors) console.log(JSON.stringify(r.errors.map(e=>e.message+e.path)));
  res.setHeader('content-type','application/json'); res.end(JSON.stringify(r)); }catch(e){ console.log(e); res.statusCode=500; res.end('{}'); } }); }).listen(4000);
