import { mediaTypeOf } from './file-type';

const zip = Buffer.from('PK\u0003\u0004....');
const told = (name: string, head: Buffer | string): string => {
  const type = mediaTypeOf(name, Buffer.from(head));
  return type.ok ? type.value : type.refusal.code;
};

describe('X8 what a file is', () => {
  it.each([
    ['报量.csv', 'a,b\n1,2', 'text/csv'],
    ['报量.CSV', Buffer.from([0xb8, 0xc5, 0x2c]), 'text/csv'],
    ['报量.xlsx', zip, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['lines.csv.gz', Buffer.from([0x1f, 0x8b, 8]), 'application/gzip'],
    ['合同.pdf', '%PDF-1.7', 'application/pdf'],
    ['照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['报量表', zip, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['报量表', 'a,b', 'application/octet-stream'],
  ])('%s is taken as what its bytes say', (name, head, type) => {
    expect(told(name, head)).toBe(type);
  });

  it.each([
    ['a program as a table', 'x.csv', 'MZ\u0090\u0000'],
    ['a script as a table', 'x.csv', '#!/bin/sh'],
    ['a page as a table', 'x.csv', '\uFEFF <!DOCTYPE html><script>'],
    ['a picture that is a page', 'x.png', '<svg onload=alert(1)>'],
    ['a workbook that is a PDF (two in one)', 'x.xlsx', '%PDF-1.4\nPK\u0003\u0004'],
    ['a workbook of the nineties', 'x.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a table that is a workbook', 'x.csv', zip],
    ['a workbook that is text', 'x.xlsx', 'a,b'],
  ])('%s is refused', (_, name, head) => {
    expect(told(name, head)).toBe('FILE_TYPE_DIFFERS');
  });

  it.each(['x.exe', 'x.html', 'x.svg', 'x.js', 'x.xlsm', 'x.docm', 'x.zip', 'x.csv.exe'])('%s is not taken', (name) => {
    expect(told(name, 'a,b')).toBe('FILE_TYPE_NOT_TAKEN');
  });

  it('what has no ending and is a program is not taken', () => {
    expect(told('x', '\u007fELF')).toBe('FILE_TYPE_NOT_TAKEN');
  });
});
