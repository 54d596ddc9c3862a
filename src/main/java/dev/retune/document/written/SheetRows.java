package dev.retune.document.written;

import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/// Collects the rows of a sheet; an empty row ends a table.
final class SheetRows implements XSSFSheetXMLHandler.SheetContentsHandler {
  private final Writing out;
  private Grid table = new Grid();
  private int last = -1;
  private int column;
  private boolean blank = true;

  SheetRows(Writing out) {
    this.out = out;
  }

  @Override
  public void startRow(int row) {
    if (row > last + 1 || blank) {
      end();
    }
    last = row;
    blank = true;
    column = 0;
    table.row(row + 1);
  }

  @Override
  public void endRow(int row) {}

  @Override
  public void cell(@Nullable String reference, String text, @Nullable XSSFComment comment) {
    column = reference == null ? column : new CellReference(reference).getCol();
    if (text != null && !text.isBlank()) {
      table.set(column, text);
      blank = false;
    }
    column++;
  }

  /// Writes what was collected.
  void end() {
    if (!table.isEmpty()) {
      table.writeTo(out);
      table = new Grid();
    }
  }
}
