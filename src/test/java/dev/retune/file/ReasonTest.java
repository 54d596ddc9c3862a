package dev.retune.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.text.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonTest {
  private static String english(Throwable e) {
    return String.valueOf(Reason.of(e));
  }

  @Test
  void saysWhatAPersonCanUse() {
    assertThat(english(new NoSuchFileException("/a/b"))).isEqualTo("it does not exist");
    assertThat(english(new EOFException())).isEqualTo("it ends too early");
    assertThat(english(new UncheckedIOException(new MalformedInputException(1))))
        .isEqualTo("it is not text in UTF-8");
    assertThat(english(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(english(new IOException("broken pipe"))).isEqualTo("broken pipe");
  }

  @Test
  void neverSaysNull() {
    assertThat(english(new IOException())).isEqualTo("no reason is given (IOException)");
    assertThat(english(new IllegalStateException((String) null)))
        .isEqualTo("no reason is given (IllegalStateException)");
    assertThat(english(new FileSystemException("/a"))).doesNotContain("/a").doesNotContain("null");
    assertThat(((Text) Reason.of(new IOException(" "))).in(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("没有给出原因（IOException）");
  }
}
