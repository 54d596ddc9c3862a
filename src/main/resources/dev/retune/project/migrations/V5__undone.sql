-- Whether an action is undone is asked for each decision about a pair that could not be kept.
CREATE INDEX action_target ON action (target);
