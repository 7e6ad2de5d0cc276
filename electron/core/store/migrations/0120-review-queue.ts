// What waits for a review, an item a row: the desk opens its queue without counting every suggestion again.
import type { Migration } from '../migration.ts'

/** One row of the queue from the suggestions that wait; only the free tries that nothing newer replaced. */
const waiting = (columns: string, state = 'state'): string => `${columns}, min(n), sum(state = 'proposed'),
  sum(state = 'proposed' AND flags <> '[]' AND flags NOT LIKE '[{"code":"verbatim"%'), sum(state <> 'proposed'), max(decided_at) FROM suggestions
  WHERE ${state} IN ('proposed', 'unsure', 'stale') AND task <> 'moderation' AND NOT EXISTS (SELECT 1 FROM replaced_tries WHERE suggestion = suggestions.id)`

const into = 'INSERT INTO review_queue (task, experiment, item, first, waiting, flagged, decided, decided_at) SELECT'

/**
 * An item's rows are made anew from its suggestions, few as they are: nothing can drift. `row` is a trigger's NEW or OLD.
 * The plus signs keep SQLite from the indexes on state and experiment: all that waits there would be read for each row.
 */
const remade = (row: 'NEW' | 'OLD'): string => `
  DELETE FROM review_queue WHERE task = ${row}.task AND item = ${row}.item AND experiment IN ('', ${row}.experiment);
  ${into} ${waiting(`${row}.task, '', ${row}.item`, '+state')} AND task = ${row}.task AND item = ${row}.item HAVING count(*) > 0;
  ${into} ${waiting(`${row}.task, ${row}.experiment, ${row}.item`, '+state')} AND task = ${row}.task AND item = ${row}.item
    AND +experiment = ${row}.experiment HAVING count(*) > 0;`

export const migration0120: Migration = {
  version: 120,
  name: 'review-queue',
  statements: [
    // An empty experiment: whatever experiment they come from.
    `CREATE TABLE review_queue (task TEXT NOT NULL, experiment TEXT NOT NULL, item TEXT NOT NULL, first INTEGER NOT NULL, waiting INTEGER NOT NULL,
      flagged INTEGER NOT NULL, decided INTEGER NOT NULL, decided_at TEXT, PRIMARY KEY (task, experiment, item)) WITHOUT ROWID, STRICT`,
    `CREATE INDEX review_queue_waiting ON review_queue(task, experiment, first) WHERE waiting > 0`,
    `CREATE INDEX review_queue_idle ON review_queue(task, experiment, first) WHERE waiting = 0`,
    `CREATE INDEX suggestions_decided ON suggestions(task, decided_at) WHERE decided_at IS NOT NULL`,
    `${into} ${waiting('task, experiment, item')} GROUP BY task, experiment, item`,
    `${into} ${waiting("task, '', item")} GROUP BY task, item`,
    `CREATE TRIGGER review_queue_added AFTER INSERT ON suggestions WHEN NEW.task <> 'moderation' BEGIN ${remade('NEW')} END`,
    `CREATE TRIGGER review_queue_changed AFTER UPDATE OF task, item, experiment, state, flags, decided_at ON suggestions WHEN NEW.task <> 'moderation'
      BEGIN ${remade('NEW')} END`,
    `CREATE TRIGGER review_queue_moved AFTER UPDATE OF task, item, experiment ON suggestions
      WHEN OLD.task <> NEW.task OR OLD.item <> NEW.item OR OLD.experiment <> NEW.experiment BEGIN ${remade('OLD')} END`,
    `CREATE TRIGGER review_queue_removed AFTER DELETE ON suggestions WHEN OLD.task <> 'moderation' BEGIN ${remade('OLD')} END`,
    `CREATE TRIGGER review_queue_replaced AFTER INSERT ON replaced_tries BEGIN UPDATE suggestions SET state = state WHERE id = NEW.suggestion; END`,
    `CREATE TRIGGER review_queue_restored AFTER DELETE ON replaced_tries BEGIN UPDATE suggestions SET state = state WHERE id = OLD.suggestion; END`,
  ],
}
