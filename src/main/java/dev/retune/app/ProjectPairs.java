package dev.retune.app;

import dev.retune.pair.PairRow;
import dev.retune.ui.pairs.PairSource;
import dev.retune.workflow.ProjectSession;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The pairs screen's view of the pairs of an open project.
record ProjectPairs(ProjectSession session) implements PairSource {
  @Override
  public List<PairRow> all() {
    return session.pairs().rows();
  }

  @Override
  public List<PairRow> some(Collection<UUID> ids) {
    return session.pairs().rows(ids);
  }
}
