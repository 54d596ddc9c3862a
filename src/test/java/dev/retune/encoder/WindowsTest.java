package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {

  @Test
  void isWrittenAsItIsRead() {
    assertThat(Windows.parse("256/192")).isEqualTo(Windows.RECOMMENDED);
    assertThat(Windows.parse(" 128/96 ")).hasToString("128/96");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "256", "256/", "256/0", "0/0", "192/256", "-256/192", "99999999/1"})
  void refusesWhatIsNoSizeAndStep(String text) {
    assertThatThrownBy(() -> Windows.parse(text)).isInstanceOf(ProblemException.class);
  }

  @Test
  void windowsCoverTheWholeTextAndNoneLiesWithinAnother() {
    var random = new SplittableRandom(5);
    for (int trial = 0; trial < 2000; trial++) {
      int room = random.nextInt(1, 20);
      int around = random.nextInt(0, 4);
      var windows = new Windows(room + around, random.nextInt(1, room + 1));
      int tokens = random.nextInt(0, 60);
      var covered = new HashSet<Integer>();
      var ends = new ArrayList<Integer>();
      for (int i = 0; i < windows.count(tokens, around); i++) {
        int end = Math.min(tokens, i * windows.step() + room);
        ends.add(end);
        for (int token = i * windows.step(); token < end; token++) {
          covered.add(token);
        }
      }
      assertThat(covered).as("%s over %d", windows, tokens).hasSize(tokens);
      assertThat(ends).as("%s over %d", windows, tokens).doesNotHaveDuplicates();
    }
  }

  @Test
  void aWindowMustFitIntoTheModelAndLeaveRoomForTheStep() {
    try (var tokenizer = Tokenizer.open(ModelFolder.read(Fixtures.BERT))) {
      var texts = List.of("oil seal");
      assertThat(tokenizer.windows(texts, "the ", new Windows(24, 21), 24)).hasSize(1);
      assertThatThrownBy(() -> tokenizer.windows(texts, "the ", new Windows(25, 5), 24))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("25 tokens is longer than the 24");
      var many = List.of("oil ".repeat(22));
      assertThatThrownBy(() -> tokenizer.windows(many, "the ", new Windows(24, 22), 24))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("24/22");
    }
  }

  @Test
  void aTextThatFitsHasTheTokensItHasWithoutWindows() {
    for (var model : List.of(Fixtures.BERT, Fixtures.ROBERTA)) {
      var folder = ModelFolder.read(model);
      try (var tokenizer = Tokenizer.open(folder)) {
        for (var text : List.of("oil seal", "oils", "", "主轴 oil")) {
          var plain = tokenizer.tokenize(List.of("check the " + text), 24).getFirst();
          var windows = tokenizer.windows(List.of(text), "check the ", new Windows(8, 4), 24);
          assertThat(windows.getFirst()).as("%s: %s", folder.name(), text).hasSize(1);
          assertThat(windows.getFirst().getFirst().ids()).containsExactly(plain.ids());
        }
      }
    }
  }
}
