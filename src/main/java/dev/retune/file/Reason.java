package dev.retune.file;

import dev.retune.text.Text;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/// Why something could not be read, written or done, in words: the platform's own message is often
/// only the file's name once more, or nothing at all.
public final class Reason {
  private Reason() {}

  /// An argument for a sentence.
  public static Object of(Throwable e) {
    return switch (e) {
      case NoSuchFileException _ -> Text.of(Reason.class, "reason.missing");
      case AccessDeniedException _ -> Text.of(Reason.class, "reason.denied");
      case NotDirectoryException _ -> Text.of(Reason.class, "reason.notFolder");
      case FileAlreadyExistsException _ -> Text.of(Reason.class, "reason.inTheWay");
      case DirectoryNotEmptyException _ -> Text.of(Reason.class, "reason.notEmpty");
      case EOFException _ -> Text.of(Reason.class, "reason.ends");
      case CharacterCodingException _ -> Text.of(Reason.class, "reason.letters");
      case UncheckedIOException u when u.getCause() != null -> of(u.getCause());
      case FileSystemException f -> said(e, f.getReason());
      default -> said(e, e.getMessage());
    };
  }

  private static Object said(Throwable e, @Nullable String message) {
    return message == null || message.isBlank()
        ? Text.of(Reason.class, "reason.none", e.getClass().getSimpleName())
        : message;
  }
}
