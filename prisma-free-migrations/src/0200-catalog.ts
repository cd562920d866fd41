import { globalTable, migration, tenantTable } from './migration';

const organisation = `
CREATE TABLE catalog.organisation (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN
    ('agency', 'hospital', 'supplier', 'manufacturer', 'care-institution', 'assessment-institution')),
  name_zh text NOT NULL UNIQUE CHECK (length(name_zh) BETWEEN 1 AND 100),
  name_en text NOT NULL CHECK (length(name_en) <= 200),
  uscc text UNIQUE CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  medical_code text UNIQUE CHECK (medical_code ~ '^[HP][0-9]{11}$'),
  small_primary_care boolean NOT NULL DEFAULT false,
  CHECK (NOT small_primary_care OR kind = 'hospital'),
  CHECK (medical_code IS NULL OR kind IN ('hospital', 'care-institution', 'assessment-institution'))
)`;

const variety = `
CREATE TABLE catalog.variety (
  id uuid PRIMARY KEY,
  generic_name_zh text NOT NULL UNIQUE CHECK (length(generic_name_zh) BETWEEN 1 AND 100),
  generic_name_en text NOT NULL CHECK (length(generic_name_en) <= 200),
  smallest_unit_zh text NOT NULL CHECK (length(smallest_unit_zh) BETWEEN 1 AND 10),
  dosage_form text NOT NULL CHECK (length(dosage_form) BETWEEN 1 AND 40),
  antibiotic boolean NOT NULL DEFAULT false
)`;

const product = `
CREATE TABLE catalog.product (
  id uuid PRIMARY KEY,
  variety_id uuid NOT NULL REFERENCES catalog.variety,
  code text NOT NULL UNIQUE CHECK (code ~ '^([XZT][A-Z0-9]{19,22}|C[0-9]{19}|N-[A-Z0-9-]{1,20})$'),
  name_zh text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 100),
  strength text NOT NULL CHECK (length(strength) BETWEEN 1 AND 100),
  units_per_pack bigint NOT NULL CHECK (units_per_pack BETWEEN 1 AND 1000000),
  manufacturer_id uuid NOT NULL REFERENCES catalog.organisation,
  source_note text NOT NULL DEFAULT '' CHECK (length(source_note) <= 500)
)`;

const areaOrganisation = `
CREATE TABLE catalog.area_organisation (
  area platform.area_code NOT NULL REFERENCES platform.area,
  organisation_id uuid NOT NULL REFERENCES catalog.organisation,
  roles text[] NOT NULL CHECK (cardinality(roles) > 0 AND roles <@ ARRAY
    ['agency', 'hospital', 'supplier', 'manufacturer', 'care-institution', 'assessment-institution']),
  joined_on date NOT NULL,
  PRIMARY KEY (area, organisation_id)
)`;

export default migration({
  number: 200,
  name: 'catalog',
  reason: 'Who acts and what is bought, the same for every area; and which organisations act in an area.',
  up: [
    'CREATE SCHEMA catalog',
    'GRANT USAGE ON SCHEMA catalog TO huiji_app',
    organisation,
    globalTable('catalog.organisation', {
      comment:
        'an organisation (机构) that acts in some area; codes are absent where they are not known, never invented',
      grant: 'update',
    }),
    `COMMENT ON COLUMN catalog.organisation.uscc IS 'unified social credit code (统一社会信用代码), check character verified on entry'`,
    `COMMENT ON COLUMN catalog.organisation.medical_code IS 'code of a medical institution (H) or pharmacy (P): letter, division, five digits'`,
    `COMMENT ON COLUMN catalog.organisation.small_primary_care IS 'a small primary-care hospital (基层小型医疗机构) may meet its target with any selected brand'`,
    'CREATE INDEX organisation_name_search ON catalog.organisation USING gin (name_zh gin_trgm_ops)',
    variety,
    globalTable('catalog.variety', {
      comment: 'a generic drug in one dosage form (品种); its volumes count smallest units (片, 粒, 支, 袋)',
      grant: 'update',
    }),
    'CREATE INDEX variety_name_search ON catalog.variety USING gin (generic_name_zh gin_trgm_ops)',
    product,
    'CREATE INDEX product_of_variety ON catalog.product (variety_id, code)',
    'CREATE INDEX product_of_manufacturer ON catalog.product (manufacturer_id, code)',
    'CREATE INDEX product_name_search ON catalog.product USING gin (name_zh gin_trgm_ops)',
    globalTable('catalog.product', {
      comment: 'one pack of one maker (产品); the pack size converts packs to smallest units exactly',
      grant: 'update',
    }),
    `COMMENT ON COLUMN catalog.product.code IS 'national drug or consumable code; where that is not known a stand-in of this system that begins with N-'`,
    `COMMENT ON COLUMN catalog.product.units_per_pack IS 'smallest units in one pack'`,
    `COMMENT ON COLUMN catalog.product.source_note IS 'where the figures come from, when not from the published table'`,
    areaOrganisation,
    'CREATE INDEX area_organisation_of ON catalog.area_organisation (organisation_id)',
    tenantTable('catalog.area_organisation', {
      comment: 'an organisation acts in the area, in these roles, since a day',
      grant: 'update',
    }),
  ],
  down: ['DROP SCHEMA catalog CASCADE'],
});
