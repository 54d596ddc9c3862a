package dev.retune.workflow;

import dev.retune.document.CorrectionStore;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.time.Clock;
import java.util.UUID;

/// Puts right what was read wrongly.
public final class CorrectPassages {
  private final Project project;
  private final ProjectModel model;
  private final String reviewer;
  private final Clock clock;

  CorrectPassages(Project project, ProjectModel model, String reviewer, Clock clock) {
    this.project = project;
    this.model = model;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /// Gives a passage another text; giving it its former one undoes that.
  ///
  /// @throws dev.retune.text.ProblemException if nothing would be left of it
  public void run(UUID passage, String text, Progress progress) {
    try (var tokenizer = model.tokenizer(progress)) {
      new CorrectionStore(project, tokenizer, reviewer, clock).correct(passage, text);
    }
  }
}
