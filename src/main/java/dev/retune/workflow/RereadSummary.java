package dev.retune.workflow;

import dev.retune.document.Reread;
import dev.retune.pair.RechunkSummary;
import dev.retune.text.Problem;
import java.util.List;

/// What reading again came to.
///
/// @param pairs what became of passages and pairs; its action is what to hand to undo, of id 0 if
///   nothing changed
/// @param pages how many pages changed
/// @param kept how many pages stayed as they are because a person corrected them
/// @param warnings what is missing or odd in the documents now
public record RereadSummary(RechunkSummary pairs, int pages, int kept, List<Problem> warnings) {
  public RereadSummary {
    warnings = List.copyOf(warnings);
  }

  static RereadSummary of(RechunkSummary pairs, List<Reread> rereads) {
    return new RereadSummary(
        pairs,
        rereads.stream().mapToInt(Reread::changed).sum(),
        rereads.stream().mapToInt(reread -> reread.kept().size()).sum(),
        rereads.stream().flatMap(reread -> reread.after().warnings().stream()).toList());
  }
}
