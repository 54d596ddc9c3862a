package dev.retune.training.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  /// Compared with each other one by one, by sets of strings.
  @Test
  void findsWhatComparingEachWithEachFinds() {
    var random = new Random(7);
    var known = new ArrayList<String>();
    for (var i = 0; i < 60; i++) {
      known.add(words(random, 40));
    }
    var near = new NearDuplicates(known, false);
    var found = 0;
    for (var i = 0; i < 300; i++) {
      var text = edited(known.get(random.nextInt(known.size())), random, random.nextInt(8));
      var best = known.stream().mapToDouble(other -> jaccard(other, text)).max().orElse(0);
      var match = near.find(text);
      assertThat(match.isPresent()).as("%s: %f", text, best).isEqualTo(best >= .8);
      if (match.isPresent()) {
        assertThat(match.get().similarity()).isEqualTo(best);
        found++;
      }
    }
    assertThat(found).isBetween(50, 299);
  }

  @Test
  void capitalsAndPunctuationAreNoDifferenceButNumbersMayBe() {
    var known = List.of("What was the revenue of the company in the fiscal year 2020?");
    assertThat(
            new NearDuplicates(known, true)
                .find("what was the revenue of the company in the fiscal year 2020"))
        .hasValueSatisfying(match -> assertThat(match.similarity()).isEqualTo(1));
    var other = "What was the revenue of the company in the fiscal year 2021?";
    assertThat(new NearDuplicates(known, true).find(other)).isEmpty();
    assertThat(new NearDuplicates(known, false).find(other)).isPresent();
  }

  private static String words(Random random, int count) {
    var words = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      words.add(Long.toString(Math.abs(random.nextLong()), 36).substring(0, 3 + random.nextInt(5)));
    }
    return String.join(" ", words);
  }

  private static String edited(String text, Random random, int edits) {
    var words = text.split(" ");
    for (var i = 0; i < edits; i++) {
      words[random.nextInt(words.length)] = words(random, 1);
    }
    return String.join(" ", words);
  }

  private static double jaccard(String first, String second) {
    var one = pieces(first);
    var both = new HashSet<>(one);
    both.retainAll(pieces(second));
    var all = new HashSet<>(one);
    all.addAll(pieces(second));
    return (double) both.size() / all.size();
  }

  private static HashSet<String> pieces(String text) {
    var pieces = new HashSet<String>();
    IntStream.rangeClosed(0, text.length() - 5).forEach(i -> pieces.add(text.substring(i, i + 5)));
    return pieces;
  }
}
