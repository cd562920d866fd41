import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP file, as it shall be told; what is not said is told truly. */
export interface Entry {
  readonly name: string;
  readonly content: Buffer | string;
  /** Bytes that stand in the file; default: the content, packed. */
  readonly packed?: Buffer;
  /** What the directory says of the size when unpacked. */
  readonly size?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Name in the header beside the bytes; default: the same. */
  readonly innerName?: string;
  /** Points at the bytes of the entry at this place instead of its own. */
  readonly sharesWith?: number;
}

interface Placed {
  readonly offset: number;
  readonly packed: Buffer;
}

const header = (entry: Entry, packed: Buffer, size: number, crc: number, offset?: number): Buffer => {
  const central = offset !== undefined;
  const name = Buffer.from(central ? entry.name : (entry.innerName ?? entry.name));
  const fixed = Buffer.alloc(central ? 46 : 30);
  const at = central ? 2 : 0;
  fixed.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  fixed.writeUInt16LE(20, 4);
  if (central) fixed.writeUInt16LE(20, 6);
  fixed.writeUInt16LE(entry.flags ?? 0, 6 + at);
  fixed.writeUInt16LE(entry.method ?? 8, 8 + at);
  fixed.writeUInt32LE(crc, 14 + at);
  fixed.writeUInt32LE(packed.length, 18 + at);
  fixed.writeUInt32LE(size, 22 + at);
  fixed.writeUInt16LE(name.length, 26 + at);
  if (central) fixed.writeUInt32LE(offset, 42);
  return Buffer.concat([fixed, name]);
};

/** Makes a ZIP file of entries, true or lying. */
export const zip = (entries: readonly Entry[], { before = Buffer.alloc(0), after = Buffer.alloc(0) } = {}): Buffer => {
  const parts: Buffer[] = [before];
  const central: Buffer[] = [];
  const placed: Placed[] = [];
  let offset = before.length;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const shared = entry.sharesWith === undefined ? undefined : placed[entry.sharesWith];
    const packed =
      entry.packed ?? shared?.packed ?? (entry.method === 0 ? content : deflateRawSync(content, { level: 9 }));
    const size = entry.size ?? content.length;
    const crc = crc32(content);
    if (!shared) {
      const local = header(entry, packed, size, crc);
      parts.push(local, packed);
      placed.push({ offset, packed });
      central.push(header(entry, packed, size, crc, offset));
      offset += local.length + packed.length;
    } else central.push(header(entry, packed, size, crc, shared.offset));
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end, after]);
};

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const BOOK = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const BOOK_RELS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;

/** A sheet of rows, as XML. */
export const sheetXml = (rows: string, declared = ''): string =>
  `<?xml version="1.0"?>${declared}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

export const plainRow = `<row r="1"><c r="A1" t="inlineStr"><is><t>名</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c></row>`;

/** A workbook of one sheet; further entries and a sheet of one's own make it hostile. */
export const workbook = (
  sheet: Partial<Entry> = {},
  more: readonly Entry[] = [],
  around: Parameters<typeof zip>[1] = {},
): Buffer =>
  zip(
    [
      { name: '[Content_Types].xml', content: TYPES },
      { name: '_rels/.rels', content: RELS },
      { name: 'xl/workbook.xml', content: BOOK },
      { name: 'xl/_rels/workbook.xml.rels', content: BOOK_RELS },
      { name: 'xl/worksheets/sheet1.xml', content: sheetXml(plainRow), ...sheet },
      ...more,
    ],
    around,
  );
