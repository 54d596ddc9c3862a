package dev.retune.app;

import dev.retune.pair.WritingListener;
import dev.retune.pair.WritingSummary;
import dev.retune.task.Progress;
import dev.retune.ui.pairs.QuestionWriting;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.WriteQuestions;
import java.time.Duration;
import java.util.Optional;

/// The pairs screen's way to have questions written for an open project.
record ProjectWriting(ProjectSession session) implements QuestionWriting {
  @Override
  public Offer offer(Writer writer, int perPassage) {
    var plan = session.writing().plan(kind(writer), perPassage);
    return new Offer(
        writer,
        plan.name(),
        plan.ready(),
        plan.passages(),
        plan.seconds() > 0 ? Optional.of(Duration.ofSeconds(plan.seconds())) : Optional.empty(),
        plan.tokens() > 0 ? Optional.of(plan.tokens()) : Optional.empty());
  }

  @Override
  public WritingSummary write(
      Writer writer, int perPassage, Progress progress, WritingListener listener) {
    return session.writing().run(kind(writer), perPassage, progress, listener);
  }

  private static WriteQuestions.Writer kind(Writer writer) {
    return switch (writer) {
      case BUILT_IN -> WriteQuestions.Writer.BUILT_IN;
      case LLM -> WriteQuestions.Writer.LLM;
    };
  }
}
