package dev.retune.workflow;

import dev.retune.document.Correction;
import dev.retune.document.CorrectionStore;
import dev.retune.pair.PairStore;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;

/// Puts right what was read wrongly. Imports, and cutting documents anew, wait meanwhile.
public final class CorrectPassages {
  private final Project project;
  private final ProjectModel model;
  private final PairStore pairs;
  private final String reviewer;
  private final Clock clock;

  CorrectPassages(
      Project project, ProjectModel model, PairStore pairs, String reviewer, Clock clock) {
    this.project = project;
    this.model = model;
    this.pairs = pairs;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /// Gives a passage another text.
  ///
  /// @return what [#undo] takes back
  /// @throws dev.retune.text.ProblemException if nothing would be left of it
  public Correction run(UUID passage, String text, Progress progress) {
    var made = new ArrayList<Correction>();
    with(store -> made.add(store.correct(passage, text)), progress);
    return made.getFirst();
  }

  /// Brings the former text back.
  ///
  /// @throws dev.retune.text.ProblemException if it was corrected again since
  public void undo(Correction correction, Progress progress) {
    with(store -> store.undo(correction), progress);
  }

  private void with(Consumer<CorrectionStore> work, Progress progress) {
    project
        .importing()
        .take(
            progress,
            () -> {
              try (var tokenizer = model.tokenizer(progress)) {
                work.accept(new CorrectionStore(project, tokenizer, reviewer, clock));
              }
            });
    pairs.passagesChanged();
  }
}
