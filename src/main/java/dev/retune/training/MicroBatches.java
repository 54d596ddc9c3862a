package dev.retune.training;

import com.sun.management.OperatingSystemMXBean;
import dev.retune.encoder.BertLike;
import dev.retune.encoder.EncoderConfig;
import dev.retune.encoder.TokenBatch;
import dev.retune.encoder.Tokenizer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Cuts the texts of a batch into groups that pass through the model together: of like length, so
/// that little is padding, and small enough for memory.
///
/// A function of texts, model and settings alone: a resumed run groups as the first attempt did,
/// and so does a machine with less memory.
final class MicroBatches {
  /// A text joins a group if it is at least this long beside the group's longest.
  private static final double ALIKE = .75;

  /// Numbers that training keeps for each token and layer until it goes back, in widths of a token
  /// vector: inputs, attention, feed-forward block, dropout masks.
  private static final double KEPT_WIDTHS = 18;

  /// What the kept numbers of one group may take.
  private static final double GROUP_BYTES = 2.5e9;

  private final Tokenizer tokenizer;
  private final int tokens;

  /// @param tokens at most so many in a group, padding included, but always one text; 0: as many as
  ///   fit into 2.5 GB
  MicroBatches(Tokenizer tokenizer, EncoderConfig config, int tokens) {
    this.tokenizer = tokenizer;
    this.tokens = tokens > 0 ? tokens : greatestGroup(config);
  }

  /// One group.
  ///
  /// @param texts indices of its texts
  record Group(List<Integer> texts, TokenBatch tokens) {
    /// Tokens with padding.
    long padded() {
      return (long) tokens.size() * tokens.length();
    }

    /// Tokens without padding.
    long real() {
      return Stream.of(tokens.mask()).flatMapToLong(LongStream::of).sum();
    }
  }

  /// How many tokens may pass at once before what is kept for them fills a third of this machine's
  /// memory.
  static double greatestDirect(EncoderConfig config) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getTotalMemorySize() / 3.0 / bytesPerToken(config);
  }

  /// How many tokens are in a group at most where nobody chose.
  static int greatestGroup(EncoderConfig config) {
    return (int) (GROUP_BYTES / bytesPerToken(config));
  }

  /// What training keeps for a token until it goes back, in float32.
  static double bytesPerToken(EncoderConfig config) {
    return Float.BYTES * config.layers() * (KEPT_WIDTHS * config.hidden() + scores(config));
  }

  /// MPNet's attention is computed step by step while its distances learn, which keeps scores,
  /// softmax and their mask: as many as there are tokens, for each head.
  private static double scores(EncoderConfig config) {
    return config.family() == BertLike.MPNET
        ? 3.0 * config.heads() * Math.min(config.usablePositions(), 512)
        : 0;
  }

  /// @param limits greatest length of each text in tokens
  List<Group> of(List<String> texts, int[] limits) {
    var rows = new ArrayList<Tokenizer.Tokens>();
    for (var i = 0; i < texts.size(); i++) {
      rows.addAll(tokenizer.tokenize(List.of(texts.get(i)), limits[i]));
    }
    return of(rows);
  }

  /// @param rows tokens of each text
  List<Group> of(List<Tokenizer.Tokens> rows) {
    var order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -rows.get(i).length()))
            .toList();
    var groups = new ArrayList<Group>();
    for (var start = 0; start < order.size(); ) {
      var end = end(rows, order, start);
      var indices = order.subList(start, end);
      var padded = tokenizer.pad(indices.stream().map(rows::get).toList());
      groups.add(new Group(indices, padded.numbered(indices)));
      start = end;
    }
    return groups;
  }

  private int end(List<Tokenizer.Tokens> rows, List<Integer> order, int start) {
    var longest = rows.get(order.get(start)).length();
    var end = start + 1;
    while (end < order.size()
        && rows.get(order.get(end)).length() >= ALIKE * longest
        && (long) (end + 1 - start) * longest <= tokens) {
      end++;
    }
    return end;
  }
}
