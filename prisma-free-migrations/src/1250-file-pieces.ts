import { migration, tenantTable } from './migration';

const piece = `
CREATE TABLE platform.file_piece (
  area platform.area_code NOT NULL,
  file_id uuid NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 1048576),
  PRIMARY KEY (area, file_id, place),
  FOREIGN KEY (area, file_id) REFERENCES platform.file (area, id)
)`;

export default migration({
  number: 1250,
  name: 'file-pieces',
  reason:
    'A file of a million lines is read and written a piece at a time, so that memory does not grow with the file.',
  up: [
    'ALTER TABLE platform.file ALTER COLUMN content DROP NOT NULL',
    'ALTER TABLE platform.file ADD CONSTRAINT file_whole_when_small CHECK (content IS NOT NULL OR size_bytes > 1048576)',
    `COMMENT ON COLUMN platform.file.content IS 'the file, whole; null where its bytes stand in file_piece'`,
    piece,
    tenantTable('platform.file_piece', {
      comment: 'bytes of a file of more than 1 MiB: 1 MiB at each place from 0, the last one less',
      grant: 'append',
    }),
  ],
  down: [
    'ALTER TABLE platform.file NO FORCE ROW LEVEL SECURITY',
    'ALTER TABLE platform.file_piece NO FORCE ROW LEVEL SECURITY',
    `UPDATE platform.file f
     SET content = (SELECT string_agg(p.content, ''::bytea ORDER BY p.place)
                    FROM platform.file_piece p WHERE p.area = f.area AND p.file_id = f.id)
     WHERE f.content IS NULL`,
    'ALTER TABLE platform.file FORCE ROW LEVEL SECURITY',
    'DROP TABLE platform.file_piece',
    'ALTER TABLE platform.file DROP CONSTRAINT file_whole_when_small',
    'ALTER TABLE platform.file ALTER COLUMN content SET NOT NULL',
    'COMMENT ON COLUMN platform.file.content IS NULL',
  ],
});
