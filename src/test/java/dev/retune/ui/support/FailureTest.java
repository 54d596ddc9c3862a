package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void aKnownProblemKeepsItsCodeAndWords() {
    var problem =
        new Problem(
            "support.test",
            Text.of(FailureTest.class, "cancel"),
            Text.of(FailureTest.class, "failed.copy"));
    var failure = Failure.of(new CompletionException(problem.exception()));
    assertThat(failure.problem()).isEqualTo(problem);
    assertThat(failure.report(Locale.ENGLISH))
        .startsWith("support.test")
        .contains("Cancel", "Copy details", "ProblemException");
  }

  @Test
  void theSameFaultHasTheSameCodeWhateverItsMessage() {
    assertThat(fault("a").problem().code())
        .startsWith("unexpected.")
        .isEqualTo(fault("b").problem().code())
        .isNotEqualTo(Failure.of(new IllegalArgumentException("a")).problem().code());
    assertThat(fault("the reason").problem().cause().in(Locale.ENGLISH)).contains("the reason");
  }

  private static Failure fault(String message) {
    return Failure.of(new IllegalStateException(message));
  }
}
