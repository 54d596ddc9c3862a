package dev.retune.ui.documents;

import dev.retune.document.Treatment;
import dev.retune.ui.documents.ReadingModel.Job;
import dev.retune.ui.support.Messages;
import dev.retune.workflow.RereadSummary;
import java.util.stream.Collectors;

/// What reading again did, in words: to which document and pages, and what came of it.
final class RereadWords {
  private RereadWords() {}

  static String of(Messages messages, Job job, RereadSummary summary) {
    var text = new StringBuilder(what(messages, job, summary)).append(passages(messages, summary));
    if (summary.kept() > 0) {
      text.append(' ').append(messages.get("reading.kept", summary.kept()));
    }
    text.append(RecutWords.pairs(messages, summary.pairs()));
    summary.warnings().stream()
        .limit(1)
        .forEach(warning -> text.append(' ').append(warning.cause().in(messages.locale())));
    return text.toString();
  }

  private static String what(Messages messages, Job job, RereadSummary summary) {
    var documents =
        job.documents().size() == 1
            ? job.documents().getFirst().name()
            : messages.get("reading.documents", job.documents().size());
    var pages =
        job.pages().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    boolean each = summary.pages() == job.pages().size();
    if (job.treatment() == null) {
      return messages.get("reading.done.include", documents, job.pages().size(), pages);
    }
    if (job.treatment() == Treatment.LEAVE_OUT) {
      return messages.get("reading.done.leaveOut", documents, job.pages().size(), pages);
    }
    // Where some stayed as they were, how many changed is all that is known.
    return each
        ? messages.get("reading.done.pages", documents, job.pages().size(), pages)
        : messages.get("reading.done.changed", documents, summary.pages());
  }

  private static String passages(Messages messages, RereadSummary summary) {
    int before = summary.pairs().chunksBefore();
    int after = summary.pairs().chunksAfter();
    return before == after
        ? messages.get("reading.done.end")
        : messages.get("reading.done.passages", after, before);
  }
}
