// Second readings of other desks' packets, and those that come back. A packet's bytes move into slices.
import type { Migration } from '../migration.ts'

export const migration0130: Migration = {
  version: 130,
  name: 'packet-readings',
  statements: [
    `CREATE TABLE packet_parts (packet TEXT NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (packet, n)) STRICT`,
    `CREATE TABLE packet_abouts (packet TEXT PRIMARY KEY REFERENCES packets(id) ON DELETE CASCADE, task TEXT NOT NULL, items TEXT NOT NULL) STRICT`,
    `CREATE TABLE packet_plans (packet TEXT PRIMARY KEY REFERENCES packets(id) ON DELETE CASCADE, every INTEGER NOT NULL, seed TEXT NOT NULL,
      set_at TEXT NOT NULL, entry TEXT NOT NULL) WITHOUT ROWID, STRICT`,
    `CREATE TABLE packet_readings (packet TEXT NOT NULL REFERENCES packets(id) ON DELETE CASCADE, suggestion TEXT NOT NULL, verdict TEXT, value TEXT,
      reason TEXT NOT NULL, first TEXT NOT NULL, every INTEGER NOT NULL, undone INTEGER NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, entry TEXT NOT NULL,
      PRIMARY KEY (packet, suggestion)) STRICT`,
    `CREATE TABLE readings_packets (id TEXT PRIMARY KEY, packet TEXT NOT NULL, desk TEXT NOT NULL, experiment TEXT NOT NULL, seq INTEGER NOT NULL,
      signer TEXT NOT NULL, fingerprints TEXT NOT NULL, every INTEGER NOT NULL, drawn INTEGER NOT NULL, received_at TEXT NOT NULL, entry TEXT NOT NULL) STRICT`,
    `CREATE TABLE returned_readings (source TEXT NOT NULL REFERENCES readings_packets(id) ON DELETE CASCADE, suggestion TEXT NOT NULL REFERENCES suggestions(id) ON DELETE CASCADE,
      experiment TEXT NOT NULL, verdict TEXT NOT NULL, value TEXT, reason TEXT NOT NULL, first TEXT NOT NULL, again INTEGER NOT NULL, at TEXT NOT NULL,
      entry TEXT NOT NULL, arbitration TEXT, PRIMARY KEY (source, suggestion)) STRICT`,
    `CREATE INDEX returned_readings_by_experiment ON returned_readings(experiment)`,
    `INSERT INTO packet_parts SELECT id, 0, CAST(document AS BLOB) FROM packets`,
    `INSERT INTO packet_abouts SELECT id, coalesce(json_extract(document, '$.content.experiment.card.task'), ''),
      (SELECT json_group_array(json_extract(value, '$.item')) FROM json_each(document, '$.content.suggestions')) FROM packets`,
    `UPDATE packets SET document = ''`,
  ],
}
