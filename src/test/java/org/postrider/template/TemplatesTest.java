package org.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The shipped templates of these tests are in the test resources, beside the real ones. */
class TemplatesTest {

  private static final String SHIPPED = "test/shipped.html";

  @TempDir Path folder;

  private Templates templates;
  private int edits;

  @Test
  void aTemplateThatTheFolderLacksIsTheShippedOne() throws IOException {
    assertThat(open().exists(SHIPPED)).isTrue();
    assertThat(render(SHIPPED, "title", "A")).isEqualTo("shipped A");
    write(SHIPPED, "mine {{ title }}");
    assertThat(render(SHIPPED, "title", "A")).isEqualTo("mine A");
    Files.delete(folder.resolve(SHIPPED));
    assertThat(render(SHIPPED, "title", "A")).isEqualTo("shipped A");
    assertThat(List.of("test/nowhere.html", "test", "", "/", "../templates/test/shipped.html"))
        .noneMatch(templates::exists);
  }

  @Test
  void aFolderThatDoesNotExistGivesTheShippedOnes() {
    templates = new Templates(folder.resolve("nowhere"));
    assertThat(render(SHIPPED, "title", "A")).isEqualTo("shipped A");
    assertThat(templates.problems()).isEmpty();
  }

  @Test
  void htmlIsEscapedAndPlainTextIsNot() throws IOException {
    write("a.html", "{{ x }}|{{ x | raw }}|{% if true %}{{ x }}{% endif %}");
    write("a.txt", "{{ x }}");
    assertThat(render("a.html", "x", "<&\"'>"))
        .isEqualTo("&lt;&amp;&quot;&#39;&gt;|<&\"'>|&lt;&amp;&quot;&#39;&gt;");
    assertThat(render("a.txt", "x", "<&\"'>")).isEqualTo("<&\"'>");
  }

  @Test
  void loopsMacrosAndIncludesEscapeToo() throws IOException {
    write("part.html", "{{ x }}");
    write(
        "a.html",
        "{% macro m(v) %}{{ v }}{% endmacro %}{% for i in [x] %}{{ i }}{% endfor %}"
            + "{{ m(x) }}{% include \"part.html\" %}{{ x ? x : '' }}");
    assertThat(render("a.html", "x", "<")).isEqualTo("&lt;".repeat(4));
  }

  @Test
  void aTagLeavesNoEmptyLineAndAValueKeepsItsNewline() throws IOException {
    write("a.txt", "{# about #}\nDear {{ x }}\n{% if true %}\nBye\n{% endif %}\n-- {{ x }}\n");
    assertThat(render("a.txt", "x", "you")).isEqualTo("Dear you\nBye\n-- you\n");
  }

  @Test
  void aChangedTemplateIsReadAgainWithItsParentsAndParts() throws IOException {
    write("layout.html", "<{% block body %}{% endblock %}>");
    write("part.html", "1");
    write(
        "a.html",
        "{% extends \"layout.html\" %}{% block body %}{% include 'part.html' %}{% endblock %}");
    assertThat(render("a.html")).isEqualTo("<1>");
    String version = templates.version("a.html");
    write("part.html", "2");
    assertThat(render("a.html")).isEqualTo("<2>");
    write("layout.html", "[{% block body %}{% endblock %}]");
    assertThat(render("a.html")).isEqualTo("[2]");
    assertThat(templates.version("a.html")).isNotEqualTo(version);
  }

  @Test
  void theVersionStaysWhenAnUnrelatedTemplateChanges() throws IOException {
    write("a.html", "1");
    write("b.html", "1");
    String version = open().version("a.html");
    write("b.html", "2");
    assertThat(templates.version("a.html"))
        .isEqualTo(version)
        .isNotEqualTo(templates.version("b.html"));
  }

  @Test
  void aBrokenTemplateIsReportedAndItsLastGoodFormIsUsed() throws IOException {
    write("a.html", "good {{ x }}");
    assertThat(render("a.html", "x", "1")).isEqualTo("good 1");
    String version = templates.version("a.html");
    write("a.html", "{# a #}\n{# b #}\n{% if %}");
    assertThat(render("a.html", "x", "2")).isEqualTo("good 2");
    assertThat(templates.version("a.html")).isEqualTo(version);
    assertThat(templates.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(folder.resolve("a.html").toString());
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.reason()).isNotBlank();
            });
    write("a.html", "better {{ x }}");
    assertThat(render("a.html", "x", "3")).isEqualTo("better 3");
    assertThat(templates.problems()).isEmpty();
  }

  @Test
  void theLastGoodFormIsUsedEvenWhenItWasNeverRendered() throws IOException {
    write("a.html", "good");
    assertThat(open().problems()).isEmpty();
    write("a.html", "{% if %}");
    assertThat(render("a.html")).isEqualTo("good");
  }

  @Test
  void theLastGoodFormKeepsTheLayoutItWasGoodWith() throws IOException {
    write("layout.html", "<{% block body %}{% endblock %}>");
    write("a.html", "{% extends \"layout.html\" %}{% block body %}1{% endblock %}");
    assertThat(render("a.html")).isEqualTo("<1>");
    write("layout.html", "{% block body %}");
    assertThat(render("a.html")).isEqualTo("<1>");
    assertThat(templates.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.file()).endsWith("layout.html"));
  }

  @Test
  void oneThatNeverCompiledGivesWayToTheShippedOne() throws IOException {
    write(SHIPPED, "{{ title");
    assertThat(render(SHIPPED, "title", "A")).isEqualTo("shipped A");
    assertThat(templates.problems()).hasSize(1);
  }

  @Test
  void oneThatNeverCompiledAndIsNotShippedIsABadTemplate() throws IOException {
    write("a.html", "\n{{ title");
    BadTemplate bad = catchThrowableOfType(BadTemplate.class, () -> render("a.html"));
    assertThat(bad.problem().file()).isEqualTo(folder.resolve("a.html").toString());
    assertThat(bad.problem().line()).isEqualTo(2);
  }

  @Test
  void aMissingTemplateIsABadTemplate() {
    open();
    assertThatThrownBy(() -> render("test/nowhere.html"))
        .isInstanceOf(BadTemplate.class)
        .hasMessageContaining("\"test/nowhere.html\" is not a template of yours or a shipped one");
  }

  @Test
  void anUnknownNameFallsBackIsReportedAndGoneWithTheNextChange() throws IOException {
    write(SHIPPED, "{# mine #}\n{{ titel }}");
    assertThat(render(SHIPPED, "title", "A")).isEqualTo("shipped A");
    assertThat(templates.problems())
        .containsExactly(
            new TemplateProblem(
                folder.resolve(SHIPPED).toString(),
                2,
                "\"titel\" is not known here",
                "known here are title, or remove the file to use the shipped one"));
    write(SHIPPED, "{{ title }}");
    assertThat(templates.problems()).isEmpty();
  }

  @Test
  void aFaultOnSomeValuesDoesNotTurnTheTemplateOffForOthers() throws IOException {
    write(SHIPPED, "{{ title }} {{ 10 / number }}");
    Map<String, Object> values = new HashMap<>(Map.of("title", "A", "number", 0));
    assertThat(open().render(SHIPPED, values)).isEqualTo("shipped A");
    values.put("number", 5);
    assertThat(templates.render(SHIPPED, values)).isEqualTo("A 2");
  }

  @Test
  void aTemplateThatIsNotUtf8IsReportedWithItsLine() throws IOException {
    write(SHIPPED, "x");
    Files.write(folder.resolve(SHIPPED), "a\nb\nAndr\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(render(SHIPPED, "title", "A")).isEqualTo("shipped A");
    assertThat(templates.problems())
        .singleElement()
        .asString()
        .isEqualTo(
            folder.resolve(SHIPPED) + ":3: is not UTF-8 text; save it in the UTF-8 encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret.txt", "/etc/passwd", "x/../../secret.txt", "..\\secret.txt", "out.txt"})
  void nothingOutsideTheFolderCanBeIncluded(String name) throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "hunter2");
    Files.createDirectories(folder.resolve("inside"));
    Files.createSymbolicLink(folder.resolve("inside/out.txt"), folder.resolve("secret.txt"));
    Files.writeString(
        folder.resolve("inside/a.txt"), "{% include '" + name.replace("\\", "\\\\") + "' %}");
    templates = new Templates(folder.resolve("inside"));
    assertThatThrownBy(() -> render("a.txt"))
        .isInstanceOf(BadTemplate.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aUseOfATemplateThatDoesNotExistIsToldWhereItStands() throws IOException {
    write("a.txt", "{# {% include 'old.txt' %}\n#}\n{% include 'b.txt' %}");
    write("b.txt", "\n{% include 'nowhere.txt' %}");
    assertThat(open().problems())
        .containsExactly(
            new TemplateProblem(
                folder.resolve("b.txt").toString(),
                2,
                "\"nowhere.txt\" is not a template of yours or a shipped one",
                "correct the name"));
    write("b.txt", "b");
    assertThat(render("a.txt")).isEqualTo("b");
  }

  @Test
  void aBrokenTemplateIsLoggedOncePerChangeAndNotPerRendering() throws IOException {
    Logger logger = (Logger) LoggerFactory.getLogger(FaultBook.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      write(SHIPPED, "{{ titel }}");
      render(SHIPPED, "title", "A");
      render(SHIPPED, "title", "B");
      write("other.html", "an edit elsewhere");
      render(SHIPPED, "title", "C");
      assertThat(lines.list).hasSize(1);
      write(SHIPPED, "{{ tilte }}");
      render(SHIPPED, "title", "D");
      write(SHIPPED, "{% if %}");
      render(SHIPPED, "title", "E");
      render(SHIPPED, "title", "F");
      assertThat(lines.list).hasSize(3);
    } finally {
      logger.detachAppender(lines);
    }
  }

  @Test
  void hiddenFilesAndOtherKindsAreNoTemplates() throws IOException {
    write(".git/a.html", "{% if %}");
    write("sub/.a.html.swp", "{% if %}");
    write("README.md", "{% if %}");
    assertThat(open().problems()).isEmpty();
    assertThat(templates.exists("README.md")).isFalse();
  }

  /** A value with components, and a method that is none. */
  record Essay(String title) {
    public String steal() {
      return "stolen";
    }
  }

  @Test
  void recordsMapsListsAndInstantsCanBeRead() throws IOException {
    write(
        "a.txt",
        "{{ essay.title }} {{ map.size }} {{ list[1] }} {{ list | length }} {{ when }}"
            + "{% for e in map %} {{ e.key }}={{ e.value }}{{ loop.last ? '.' : ',' }}{{ loop.index }}{% endfor %}");
    Map<String, Object> values =
        Map.of(
            "essay",
            new Essay("T"),
            "map",
            Map.of("size", "big"),
            "list",
            List.of(1, 2),
            "when",
            Instant.EPOCH);
    assertThat(open().render("a.txt", values))
        .isEqualTo("T big 2 2 1970-01-01T00:00:00Z size=big.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "essay.steal",
        "essay.steal()",
        "essay.class",
        "essay.getClass().name",
        "text.length()",
        "text.repeat(5)",
        "text.bytes",
        "map.clear()",
        "map.size()",
        "list.add(1)",
        "list.size",
        "template.name",
        "when.epochSecond",
        "locale.language"
      })
  void noMethodOfAValueCanBeCalled(String expression) throws IOException {
    write("a.txt", "{{ " + expression + " }}");
    Map<String, Object> values =
        Map.of(
            "essay",
            new Essay("T"),
            "text",
            "x",
            "map",
            new HashMap<>(Map.of("a", 1)),
            "list",
            List.of(1),
            "when",
            Instant.EPOCH);
    assertThatThrownBy(() -> open().render("a.txt", values)).isInstanceOf(BadTemplate.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for i in range(1, 100000000) %}{% endfor %}",
        "{% for i in 1..9223372036854775807 %}{% endfor %}",
        "{% for i in 1..9999 %}{% for j in 1..9999 %}{% for k in 1..9999 %}{% endfor %}{% endfor %}{% endfor %}",
        "{% for i in 1..9999 %}{{ text }}{% endfor %}",
        "{% include 'a.txt' %}",
        "{% extends 'a.txt' %}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}"
      })
  void whatWouldNotEndOrFillTheMemoryIsAFault(String source) throws IOException {
    write("a.txt", source);
    assertThatThrownBy(() -> render("a.txt", "text", "x".repeat(1000)))
        .isInstanceOf(BadTemplate.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-05-05T20:00:00Z|Asia/Shanghai|en|6 May 2025",
        "2025-05-05T10:00:00Z|Asia/Shanghai|zh-CN|2025年5月5日",
        "2025-05-05T10:00:00Z|UTC|zh|2025年5月5日",
        "2025-05-05T10:00:00Z|UTC|de|5. Mai 2025",
        "2025-05-05T10:00:00Z|UTC||5 May 2025"
      })
  void aDayIsSaidInTheGivenZoneAndLanguage(
      Instant instant, String zone, String language, String expected) throws IOException {
    write("a.txt", "{{ at | day(zone, language) }} {{ text | day(zone, language) }}");
    Map<String, Object> values =
        Map.of(
            "at",
            instant,
            "text",
            instant.toString(),
            "zone",
            zone,
            "language",
            language == null ? "" : language);
    assertThat(open().render("a.txt", values)).isEqualTo(expected + " " + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at | day",
        "at | day('Mars/Olympus', 'en')",
        "'x' | day('UTC', 'en')",
        "at | date"
      })
  void aDayThatCannotBeSaidIsAFault(String expression) throws IOException {
    write("a.txt", "{{ " + expression + " }}");
    assertThatThrownBy(() -> render("a.txt", "at", Instant.EPOCH)).isInstanceOf(BadTemplate.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/?x=1&y=2, https://a.example/?x=1&amp;y=2",
    "/letters/1, /letters/1",
    "MAILTO:a@b.example, MAILTO:a@b.example",
    "javascript:alert(1), #",
    "' java\tscript:alert(1)', #",
    "data:text/html;x, #",
    "'\"onclick=', &quot;onclick="
  })
  void aLinkLeadsOnlyWhereItMay(String address, String expected) throws IOException {
    write("a.html", "{{ x | link }}");
    assertThat(render("a.html", "x", address)).isEqualTo(expected);
  }

  @Test
  void aPartOfAUrlIsPercentEncoded() throws IOException {
    write("a.txt", "{{ x | url }}");
    assertThat(render("a.txt", "x", "a b/ü?&~Iı")).isEqualTo("a%20b%2F%C3%BC%3F%26~I%C4%B1");
  }

  @Test
  void upperAndLowerCaseDoNotDependOnTheMachine() throws IOException {
    write("a.txt", "{{ 'title' | upper }}{{ 'TITLE' | lower }}{{ 'it' | capitalize }}");
    assertThat(render("a.txt")).isEqualTo("TITLEtitleIt");
  }

  private Templates open() {
    templates = templates == null ? new Templates(folder) : templates;
    return templates;
  }

  private String render(String name) {
    return open().render(name, Map.of());
  }

  private String render(String name, String key, Object value) {
    return open().render(name, Map.of(key, value));
  }

  /** Each edit gets a time of its own, as an author's would. */
  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000L * ++edits));
  }
}
