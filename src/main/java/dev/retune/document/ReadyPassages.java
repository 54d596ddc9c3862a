package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Brings passages in that somebody else has cut, such as the corpus of a data set: a document
/// without pages or file, whose chunks stood nobody knows where.
public final class ReadyPassages {
  private ReadyPassages() {}

  /// Adds the passages under one name. The same passages again are the same document: it stays, or
  /// comes back if it was removed.
  ///
  /// @return the chunks' ids in the order of the texts
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  public static List<UUID> add(
      DocumentStore store,
      String name,
      List<String> texts,
      TokenCounter tokens,
      Instant time,
      Progress progress) {
    var hash = hash(texts);
    var known = store.imports().bySha256(hash);
    if (known.isPresent()) {
      var id = known.get().document().id();
      store.restore(List.of(id));
      return store.chunks(id).stream().map(Chunk::id).toList();
    }
    var id = UUID.nameUUIDFromBytes(hash.getBytes(StandardCharsets.UTF_8));
    var chunks = new ArrayList<Chunk>();
    long bytes = 0;
    for (var text : texts) {
      progress.checkCancelled();
      var key = hash + "/" + chunks.size();
      chunks.add(
          new Chunk(
              UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
              id,
              chunks.size(),
              text,
              List.of(),
              tokens.count(text),
              new NoLocator()));
      bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }
    var document =
        new Document(
            id,
            name,
            hash,
            "application/json",
            0,
            chunks.size(),
            bytes,
            Outcome.READ,
            List.of(),
            time);
    store.imports().add(document, "json", List.of(), chunks);
    return chunks.stream().map(Chunk::id).toList();
  }

  /// Length before text, so that no two lists hash alike.
  private static String hash(List<String> texts) {
    var digest = Sha256.digest();
    for (var text : texts) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return Sha256.hex(digest.digest());
  }
}
