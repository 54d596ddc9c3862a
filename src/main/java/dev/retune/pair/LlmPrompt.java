package dev.retune.pair;

import java.util.List;

/// What a language model is asked, in the language of the passage.
///
/// @param system the task
/// @param user the passage
record LlmPrompt(String system, String user) {

  private static final String ENGLISH =
      """
      You prepare questions for testing a search engine. You get one passage of a document.
      Write %d different questions that a reader of such documents would really ask and that this \
      passage answers.
      Rules:
      - Each question can be understood on its own: name the thing it is about; never write "the \
      passage", "the text", "this section", "according to", "above".
      - Each question is answered by this passage alone, and would hardly be answered by another one.
      - Ask about different facts. Use your own words rather than copying sentences.
      - Write in English, one sentence each, ending in a question mark.
      - If the passage holds less, write fewer; if it holds nothing to ask about, write none.
      Answer with JSON only, in this form: {"questions": ["…", "…"]}\
      """;

  private static final String CHINESE =
      """
      你在为测试搜索引擎准备问题。下面给出某个文档中的一个段落。
      请写出 %d 个不同的问题：读者真的会这样问，并且这个段落能够回答。
      要求：
      - 每个问题单独看就能理解：写出所问的对象，不要写“本文”“该段落”“上文”“根据资料”等字样。
      - 每个问题只凭这个段落就能回答，而其他段落很难回答。
      - 各问不同的事实；用自己的话来问，不要照抄原句。
      - 用中文书写，每个问题一句话，以问号结尾。
      - 内容不够时就少写；没有可问的内容时就不写。
      只用 JSON 回答，格式为：{"questions": ["…", "…"]}\
      """;

  /// @param headings the headings the passage stands under
  static LlmPrompt of(
      String documentName, List<String> headings, String passage, int count, boolean chinese) {
    var place = String.join(" › ", headings);
    var user =
        chinese
            ? "文档：%s\n章节：%s\n段落：\n\"\"\"\n%s\n\"\"\"".formatted(documentName, place, passage)
            : "Document: %s\nSection: %s\nPassage:\n\"\"\"\n%s\n\"\"\""
                .formatted(documentName, place, passage);
    return new LlmPrompt((chinese ? CHINESE : ENGLISH).formatted(count), user);
  }
}
