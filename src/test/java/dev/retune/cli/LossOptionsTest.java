package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import dev.retune.training.loss.Distance;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LossOptionsTest {

  @Test
  void whatIsNotGivenKeepsItsValue() {
    var start = LossSettings.DEFAULT.with(LossParameter.SYMMETRIC, true);
    assertThat(settings(start)).isEqualTo(start);
    assertThat(settings(start, "--no-symmetric").symmetric()).isFalse();
    assertThat(settings(start, "--loss", "cosent"))
        .isEqualTo(LossSettings.of(LossSettings.Name.COSENT));
  }

  @Test
  void everyParameterArrives() {
    assertThat(settings(LossSettings.DEFAULT, "--scale", "30", "--label-smoothing", ".1"))
        .isEqualTo(
            LossSettings.DEFAULT
                .with(LossParameter.SCALE, 30.0)
                .with(LossParameter.LABEL_SMOOTHING, .1));
    assertThat(settings(LossSettings.DEFAULT, "--temperature", "0.05").scale()).isEqualTo(20);
    var triplet = settings(LossSettings.DEFAULT, "--loss", "triplet", "--distance", "cosine");
    assertThat(triplet.distance()).isEqualTo(Distance.COSINE);
    var gist =
        settings(
            LossSettings.DEFAULT,
            "--loss",
            "GISTEmbedLoss",
            "--margin",
            ".1",
            "--relative-margin",
            "--threshold",
            "2");
    assertThat(gist.number(LossParameter.MARGIN)).isEqualTo(.1);
    assertThat(gist.flag(LossParameter.RELATIVE_MARGIN)).isTrue();
    assertThat(gist.number(LossParameter.THRESHOLD)).isEqualTo(2);
  }

  @Test
  void matryoshkaHasDimensionsAndPerhapsWeights() {
    assertThat(options().matryoshka(null)).isNull();
    assertThat(options("--matryoshka", "64,384").matryoshka(null))
        .isEqualTo(MatryoshkaSettings.of(List.of(384, 64)));
    assertThat(options("--matryoshka", "384,64", "--matryoshka-weights", "1,.5").matryoshka(null))
        .isEqualTo(new MatryoshkaSettings(List.of(384, 64), List.of(1.0, .5), true));
    var start = MatryoshkaSettings.of(List.of(128, 32));
    assertThat(options().matryoshka(start)).isEqualTo(start);
    assertThat(options("--no-rotate").matryoshka(start)).isEqualTo(start.rotated(false));
    assertThat(options("--matryoshka", "64").matryoshka(start))
        .isEqualTo(MatryoshkaSettings.of(List.of(64)).rotated(true));
    assertThat(options("--matryoshka", "64", "--no-rotate").matryoshka(null))
        .isEqualTo(MatryoshkaSettings.of(List.of(64)).rotated(false));
    assertThat(options("--matryoshka", "64").matryoshka(start.rotated(false)))
        .isEqualTo(MatryoshkaSettings.of(List.of(64)).rotated(false));
    assertThat(options("--matryoshka-weights", "1,.5").matryoshka(start.rotated(false)))
        .isEqualTo(new MatryoshkaSettings(List.of(128, 32), List.of(1.0, .5), false));
    assertThat(options("--matryoshka", "off").matryoshka(start)).isNull();
    assertThatThrownBy(() -> options("--matryoshka", "off", "--rotate").matryoshka(start))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> options("--matryoshka-weights", "1").matryoshka(null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("lengths");
  }

  @Test
  void whatCannotBeIsRefused() {
    refused("hinge", "--loss", "hinge");
    refused("margin", "--margin", "1");
    refused("temperature", "--scale", "20", "--temperature", ".05");
    refused("scale", "--temperature", "0");
  }

  private static void refused(String word, String... words) {
    assertThatThrownBy(() -> settings(LossSettings.DEFAULT, words))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(word);
  }

  private static LossSettings settings(LossSettings start, String... words) {
    return options(words).settings(start);
  }

  private static LossOptions options(String... words) {
    var options = new LossOptions();
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
    return options;
  }
}
