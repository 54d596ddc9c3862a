package dev.retune.file;

import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file could not be read or written, in words: the platform's own message is often only the
/// file's name once more.
public final class Reason {
  private Reason() {}

  /// An argument for a sentence.
  public static Object of(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> Text.of(Reason.class, "reason.missing");
      case AccessDeniedException _ -> Text.of(Reason.class, "reason.denied");
      case NotDirectoryException _ -> Text.of(Reason.class, "reason.notFolder");
      case FileAlreadyExistsException _ -> Text.of(Reason.class, "reason.inTheWay");
      case FileSystemException f when f.getReason() != null -> String.valueOf(f.getReason());
      default -> String.valueOf(e.getMessage());
    };
  }
}
