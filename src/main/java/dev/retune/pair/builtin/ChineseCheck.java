package dev.retune.pair.builtin;

import java.util.Set;
import java.util.regex.Pattern;

/// What every Chinese question must be: short, closed in itself, and about something.
final class ChineseCheck {
  /// Pairs of characters that questions consist of and that tell nothing.
  static final Set<String> STOP_TERMS =
      WordSet.of(
          "什么 多少 如何 怎样 怎么 哪些 哪里 多久 应该 是什 是多 为什 么办 么做 需要 时候 会发 发生 么情 的是 是指 一次 应怎 时应 的原 原因 由哪 部分 组成"
              + " 用途 的用 的步 步骤 骤是 时怎 么处 处理 少钱 最多 至少 上限 下限 的上 的下 么意 意思 数值 的数 值是 办法 采取 取什 么措 措施 能做 做什"
              + " 禁忌 有什 哪个 个部 部件 靠什 隔多 多长 长时 时间 应当 么时");

  private static final Pattern OPEN =
      Pattern.compile(
          ".*(?:此外|上述|以上|以下|下列|如下|上表|下表|下图|上图|前者|后者|本节|本章|该|其(?!他|它|中|余)|它|他(?!们?人)|她|这|那(?!么)|此(?!外)|本文|同时|另外|因此|但是|不过|而且|并且|所以|然而).*");
  private static final Pattern ODD = Pattern.compile(".*(?:[|•=<>@#*_�]|……|[，。；：、,;]$|？.).*");

  private ChineseCheck() {}

  static boolean good(String question) {
    long han =
        question
            .codePoints()
            .filter(p -> Character.UnicodeScript.of(p) == Character.UnicodeScript.HAN)
            .count();
    return han >= 5
        && question.length() <= 48
        && !OPEN.matcher(question).matches()
        && !ODD.matcher(question).matches()
        && count(question, '（') == count(question, '）')
        && count(question, '(') == count(question, ')')
        && count(question, '“') == count(question, '”')
        && count(question, '《') == count(question, '》')
        && count(question, '「') == count(question, '」');
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }
}
