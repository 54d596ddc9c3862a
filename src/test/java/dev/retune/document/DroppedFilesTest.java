package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedFilesTest {
  @TempDir Path temp;

  private Path write(String name, String text) throws IOException {
    var file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void hiddenFoldersArePassedOverUnlessDroppedThemselves() throws IOException {
    var shown = write("shelf/b/manual.md", "# Pump");
    var hidden = write("shelf/.git/description.txt", "no");
    assertThat(DroppedFiles.of(List.of(temp.resolve("shelf")))).containsExactly(shown);
    assertThat(DroppedFiles.of(List.of(hidden.getParent()))).containsExactly(hidden);
  }

  @Test
  void aFolderThatCannotBeOpenedDoesNotTakeTheOthersAlong() throws IOException {
    var first = write("shelf/a.txt", "one");
    var closed = write("shelf/closed/b.txt", "two").getParent();
    var last = write("shelf/z.txt", "three");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(closed)).as("skipped: this user may read anything").isFalse();
      assertThat(DroppedFiles.of(List.of(temp.resolve("shelf"))))
          .containsExactly(first, closed, last);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void theSampleOfAFolderIsThatOfItsFiles() throws IOException {
    write("shelf/a.txt", "密封件的压盖螺母应以规定的力矩拧紧。");
    write("shelf/deep/b.txt", "滤清器每年更换一次。");
    assertThat(TextSample.of(List.of(temp.resolve("shelf"), temp.resolve("gone.pdf")), 6))
        .isEqualTo("密封件的压盖滤清器每年更");
  }
}
