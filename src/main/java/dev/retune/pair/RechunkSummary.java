package dev.retune.pair;

import dev.retune.document.Document;
import java.util.List;

/// What became of a project's chunks and pairs when documents were cut anew.
///
/// @param action what to hand to undo
/// @param documents how many were cut anew
/// @param chunksBefore how many chunks these had
/// @param chunksAfter how many they have
/// @param kept pairs whose passage is the same as before
/// @param moved pairs that went to another chunk with their text
/// @param returned pairs that could not be kept before and are back
/// @param joined pairs that became one with another of the same question
/// @param reopened of those kept, moved or back, how many are to be reviewed again
/// @param resplit how many pairs, also of other documents, went to a stricter split because their
///   passage, or one that shares a question with it, is now also that of a pair there
/// @param lost pairs that could not be kept
/// @param left documents that stay as they were
public record RechunkSummary(
    Action action,
    int documents,
    int chunksBefore,
    int chunksAfter,
    int kept,
    int moved,
    int returned,
    int joined,
    int reopened,
    int resplit,
    List<LostPair> lost,
    List<Document> left) {

  public RechunkSummary {
    lost = List.copyOf(lost);
    left = List.copyOf(left);
  }
}
