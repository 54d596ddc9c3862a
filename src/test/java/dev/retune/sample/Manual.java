package dev.retune.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A manual as its Markdown source tells it.
///
/// The source knows `#` title, `##` chapter, `###` section, `1.` step, `>` warning, `|` table row,
/// paragraphs of one line each, and four marks of its own: `@name value` in the head, `@columns n`,
/// `@scan` and `@endscan`.
///
/// @param head `title`, `subtitle`, `number`, `header`
record Manual(Map<String, String> head, List<Block> blocks) {

  private static final Pattern STEP = Pattern.compile("(\\d+)\\. (.*)");

  static Manual read(Path source) throws IOException {
    var head = new HashMap<String, String>();
    var blocks = new ArrayList<Block>();
    var table = new ArrayList<List<String>>();
    var scan = new ArrayList<String>();
    var scanning = false;
    var chapter = 0;
    var section = 0;
    for (var line : Files.readAllLines(source)) {
      if (!line.startsWith("|") && !table.isEmpty()) {
        blocks.add(new Block.Table(List.copyOf(table)));
        table.clear();
      }
      var step = STEP.matcher(line);
      if (line.equals("@endscan")) {
        blocks.add(new Block.Scan(List.copyOf(scan)));
        scanning = false;
      } else if (scanning) {
        scan.add(line);
      } else if (line.equals("@scan")) {
        scanning = true;
      } else if (line.startsWith("@columns ")) {
        blocks.add(new Block.Columns(Integer.parseInt(line.substring(9))));
      } else if (line.startsWith("@")) {
        head.put(line.substring(1, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
      } else if (line.startsWith("# ")) {
        head.put("title", line.substring(2));
      } else if (line.startsWith("## ")) {
        chapter++;
        section = 0;
        blocks.add(new Block.Chapter("" + chapter, line.substring(3)));
      } else if (line.startsWith("### ")) {
        section++;
        blocks.add(new Block.Section(chapter + "." + section, line.substring(4)));
      } else if (line.startsWith("|")) {
        table.add(List.of(line.substring(2, line.length() - 2).split(" \\| ")));
      } else if (step.matches()) {
        blocks.add(new Block.Step(step.group(1), step.group(2)));
      } else if (line.startsWith("> ")) {
        blocks.add(new Block.Warning(line.substring(2)));
      } else if (!line.isBlank()) {
        blocks.add(new Block.Paragraph(line));
      }
    }
    return new Manual(Map.copyOf(head), List.copyOf(blocks));
  }

  String head(String name) {
    var value = head.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The manual's head lacks @" + name);
    }
    return value;
  }
}
