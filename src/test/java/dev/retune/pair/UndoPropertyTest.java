package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoPropertyTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void undoingEverythingGivesTheBeginningAndRedoingTheEnd(long seed) {
    var random = new Random(seed);
    try (var fixture = new PairFixture(folder.resolve("p"))) {
      var chunks =
          fixture.document(
              "pump.pdf", IntStream.range(0, 12).mapToObj(i -> "Passage " + i).toList());
      fixture.written(chunks);
      var states = new ArrayList<List<PairRow>>();
      states.add(fixture.store().rows());
      for (int i = 0; i < 60; i++) {
        if (operation(fixture, chunks, random).pairs().isEmpty()) {
          continue;
        }
        states.add(fixture.store().rows());
      }
      walkBack(fixture, states, random);
      for (int i = 1; i < states.size(); i++) {
        assertThat(fixture.review().redo()).as("redo %d", i).isPresent();
        assertThat(fixture.store().rows()).as("redo %d", i).isEqualTo(states.get(i));
      }
      assertThat(fixture.review().canRedo()).isFalse();
      walkBack(fixture, states, random);
    }
  }

  private static void walkBack(PairFixture fixture, List<List<PairRow>> states, Random random) {
    for (int i = states.size() - 2; i >= 0; i--) {
      if (random.nextInt(10) == 0) {
        fixture.reopen();
      }
      assertThat(fixture.review().undo()).as("undo to %d", i).isPresent();
      assertThat(fixture.store().rows()).as("undo to %d", i).isEqualTo(states.get(i));
    }
    assertThat(fixture.review().nextUndo()).contains(ActionKind.WRITE);
  }

  private static Action operation(PairFixture fixture, List<UUID> chunks, Random random) {
    var review = fixture.review("R" + random.nextInt(2));
    var all = fixture.store().rows().stream().map(PairRow::id).toList();
    var some = all.stream().filter(_ -> random.nextInt(3) == 0).toList();
    var question = "Question " + random.nextInt(8) + "?";
    return switch (random.nextInt(8)) {
      case 0 -> review.accept(some);
      case 1 -> review.reject(some);
      case 2 -> review.reopen(some);
      case 3 -> review.setRelevance(some, random.nextInt(4));
      case 4 -> some.isEmpty() ? none() : review.edit(some.getFirst(), question);
      case 5 -> review.add(question, chunks.get(random.nextInt(chunks.size())));
      case 6 -> some.isEmpty() ? none() : review.remove(some.subList(0, 1));
      default ->
          fixture.store().decisions().split(splits(some, random), "Ana", fixture.clock.instant());
    };
  }

  private static Action none() {
    return new Action(0, ActionKind.EDIT, "", java.time.Instant.EPOCH, null, List.of());
  }

  private static HashMap<UUID, String> splits(List<UUID> pairs, Random random) {
    var splits = new HashMap<UUID, String>();
    pairs.forEach(id -> splits.put(id, Split.values()[random.nextInt(3)].name()));
    return splits;
  }
}
