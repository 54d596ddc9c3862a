package dev.retune.document.ocr;

import com.sun.jna.Callback;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.function.BooleanSupplier;
import net.sourceforge.tess4j.ITessAPI;
import net.sourceforge.tess4j.util.LoadLibs;

/// Through which Tesseract asks whether to go on.
///
/// Tess4J has these calls too, but with the fields of `ETEXT_DESC` as they were before Tesseract 5:
/// it would write them back over others. Here it stays an address.
final class Monitor implements AutoCloseable {

  /// `bool (*TessCancelFunc)(void *cancel_this, int words)`; a C++ `bool` has one byte.
  @FunctionalInterface
  interface Cancel extends Callback {
    byte invoke(Pointer cancelThis, int words);
  }

  private final NativeLibrary library = NativeLibrary.getInstance(LoadLibs.getTesseractLibName());
  private final Pointer address;

  /// Native code holds on to it, which keeps nothing from being collected.
  private final Cancel cancel;

  /// @param stop asked from the thread that recognises
  Monitor(BooleanSupplier stop) {
    cancel = (_, _) -> (byte) (stop.getAsBoolean() ? 1 : 0);
    address = library.getFunction("TessMonitorCreate").invokePointer(new Object[0]);
    library.getFunction("TessMonitorSetCancelFunc").invokeVoid(new Object[] {address, cancel});
  }

  /// `TessBaseAPIRecognize`: 0 unless it fails.
  int recognise(ITessAPI.TessBaseAPI handle) {
    return library
        .getFunction("TessBaseAPIRecognize")
        .invokeInt(new Object[] {handle.getPointer(), address});
  }

  @Override
  public void close() {
    library.getFunction("TessMonitorDelete").invokeVoid(new Object[] {address});
  }
}
