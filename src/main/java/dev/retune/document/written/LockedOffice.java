package dev.retune.document.written;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Office files that are encrypted: newer ones inside the container of the older ones.
public final class LockedOffice {
  private static final int LARGEST = 256 << 20;

  private LockedOffice() {}

  /// Whether a file is in the container of the older ones.
  static boolean is(Path file) throws IOException {
    return FileMagic.valueOf(file.toFile()) == FileMagic.OLE2;
  }

  /// Whether a file in that container is a newer one that was encrypted.
  public static boolean encrypted(Path file) {
    return has(file, Decryptor.DEFAULT_POIFS_ENTRY);
  }

  /// Whether a file in that container is a mail of Outlook (MS-OXMSG).
  public static boolean outlookMail(Path file) {
    return has(file, "__properties_version1.0");
  }

  private static boolean has(Path file, String entry) {
    try (var container = new POIFSFileSystem(file.toFile(), true)) {
      return container.getRoot().hasEntryCaseInsensitive(entry);
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  /// What was encrypted. Files that may be read by everyone, but not changed, have a password that
  /// every program knows.
  ///
  /// @param password empty for none
  static byte[] open(Path file, String password) throws IOException {
    try (var container = new POIFSFileSystem(file.toFile(), true)) {
      var decryptor = Decryptor.getInstance(new EncryptionInfo(container));
      if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)
          && (password.isEmpty() || !decryptor.verifyPassword(password))) {
        throw new UnreadableException(password.isEmpty() ? "password" : "wrongPassword");
      }
      try (var in = decryptor.getDataStream(container)) {
        var bytes = in.readNBytes(LARGEST);
        if (in.read() >= 0) {
          throw new UnreadableException("tooLargeUnpacked");
        }
        return bytes;
      }
    } catch (GeneralSecurityException e) {
      throw new UnreadableException(e, "officeDamaged");
    }
  }
}
