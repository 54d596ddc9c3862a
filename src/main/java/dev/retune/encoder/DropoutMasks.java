package dev.retune.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.foreign.Arena;
import java.util.stream.IntStream;

/// Which numbers dropout drops, from a counter-based generator: every place's fate is a function of
/// the seed and the place alone, so that no generator's state has to be kept, and several threads
/// may draw at once. PyTorch's generator needs 4 bytes for each number; this needs one.
///
/// The mixing function, applied twice, is lowbias32 of Chris Wellons' Hash Prospector (2018).
final class DropoutMasks {
  /// Drawn at a time: whole masks would fill the JVM's memory with what is done with at once.
  private static final int PIECE = 1 << 13;

  private DropoutMasks() {}

  /// One mask for each of `sites` places in the program. A text's mask depends on its number, not
  /// on what stands beside it.
  ///
  /// @param share dropped, above 0 and below 1
  /// @param first number of the first place
  /// @param width of what is dropped from
  /// @return boolean `[sites, tokens, width]`, true where a number is dropped
  static NDArray draw(
      NDManager scope, long seed, double share, int first, int sites, TokenBatch batch, int width) {
    var texts = batch.size();
    var firsts = batch.firsts();
    var lengths = batch.lengths();
    var size = Math.multiplyExact(batch.tokens(), width);
    var threshold = threshold(share);
    var shape = new Shape(sites, batch.tokens(), width);
    // Buffers of the JVM's own would stay until it collects garbage, a step's masks upon another's.
    try (var arena = Arena.ofShared()) {
      var buffer = arena.allocate(Math.multiplyExact(sites, size)).asByteBuffer();
      IntStream.range(0, sites * texts)
          .parallel()
          .forEach(i -> {
            var site = i / texts;
            var text = i % texts;
            var at = site * size + (int) firsts[text] * width;
            var length = lengths[text] * width;
            var piece = new byte[Math.min(length, PIECE)];
            for (var from = 0; from < length; from += PIECE) {
              fill(piece, from, seed, first + site, batch.numbers()[text], threshold);
              buffer.put(at + from, piece, 0, Math.min(PIECE, length - from));
            }
          });
      // Copied into PyTorch's own memory: the way back needs the masks after this array is closed.
      try (var given = scope.create(buffer, shape, DataType.BOOLEAN)) {
        return given.duplicate();
      }
    }
  }

  /// Draws have 24 bits: of those below the threshold the number is dropped.
  private static int threshold(double share) {
    return (int) Math.round(share * (1 << 24));
  }

  /// @param from the place in the text that the piece begins with
  static void fill(byte[] mask, int from, long seed, int site, int text, int threshold) {
    var low = mix(mix((int) seed + 0x9E3779B9 * (site + 1)) + 0x9E3779B9 * (text + 1));
    var high = mix((int) (seed >>> 32) ^ low);
    for (var i = 0; i < mask.length; i++) {
      // The sign of the difference is 1 where the draw lies below the threshold.
      mask[i] = (byte) (((mix(mix(from + i + low) ^ high) >>> 8) - threshold) >>> 31);
    }
  }

  private static int mix(int x) {
    var a = (x ^ (x >>> 16)) * 0x7feb352d;
    var b = (a ^ (a >>> 15)) * 0x846ca68b;
    return b ^ (b >>> 16);
  }
}
