package org.postrider.letter;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.postrider.config.MailSettings;
import org.postrider.config.WebSettings;
import org.postrider.post.Post;
import org.postrider.post.Sha256;
import org.postrider.template.Templates;
import org.postrider.token.Purpose;
import org.postrider.token.Tokens;

/**
 * Makes editions from templates. A letter needs three: {@code NAME.html}, {@code NAME.txt} and
 * {@code NAME.subject}; where {@code NAME.LANGUAGE.html} exists, such as {@code confirm.zh.html},
 * it goes before. Safe for use by several threads.
 */
public final class EditionPress {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_PREHEADER = 140;

  private final MailSettings mail;
  private final WebSettings web;
  private final Templates templates;

  public EditionPress(MailSettings mail, WebSettings web, Templates templates) {
    this.mail = mail;
    this.web = web;
    this.templates = templates;
  }

  /**
   * The edition of an essay.
   *
   * @param html its rendered body, from the post renderer
   * @throws org.postrider.template.BadTemplate when a template can't be used
   */
  public Edition essay(Blog blog, Post post, String html) {
    String language = post.language().isEmpty() ? blog.language() : post.language();
    Map<Purpose, String> marks = marks(post.path() + "\n" + post.title() + "\n" + html);
    Map<String, Object> values = values(blog, language, marks);
    Document essay = EssayHtml.simplify(html, post.url());
    PlainText text = PlainText.of(essay.body());
    String summary = post.summary().isEmpty() ? text.opening() : Formulas.bare(post.summary());
    values.put("title", Headers.oneLine(post.title()));
    values.put("author", String.join(", ", post.authors()));
    values.put("published", post.published());
    values.put("url", post.url().toString());
    values.put("summary", shortened(Headers.oneLine(summary), LONGEST_PREHEADER));
    values.put("text", text.toString());
    StylelessHtml.apply(essay);
    values.put("content", essay.body().html());
    LetterHeaders headers = new LetterHeaders(mail, blog, language);
    return print(Edition.Kind.ESSAY, values, marks, headers.essay(post.url()));
  }

  /**
   * The edition of a letter about the subscription itself; {@code kind} is not {@code ESSAY}. It
   * holds nothing that a stranger could have typed.
   *
   * @param language of the reader; empty for the blog's
   * @throws org.postrider.template.BadTemplate when a template can't be used
   */
  public Edition service(Edition.Kind kind, Blog blog, String language) {
    if (kind == Edition.Kind.ESSAY) {
      throw new IllegalArgumentException("an essay is no letter about the subscription");
    }
    String chosen = language.isEmpty() ? blog.language() : language;
    Map<Purpose, String> marks = marks(kind + "\n" + blog + "\n" + chosen);
    Map<String, Object> values = values(blog, chosen, marks);
    LetterHeaders headers = new LetterHeaders(mail, blog, chosen);
    return print(kind, values, marks, headers.service());
  }

  private Map<String, Object> values(Blog blog, String language, Map<Purpose, String> marks) {
    Map<String, Object> values = new HashMap<>();
    values.put(
        "blog",
        Map.of(
            "title", blog.title(),
            "home", blog.home().toString(),
            "zone", blog.timeZone()));
    values.put("language", language);
    values.put("dir", LetterLanguage.direction(language));
    values.put("fonts", LetterLanguage.fonts(language));
    values.put("address", mail.postalAddress());
    values.put("signUp", web.url() + "/");
    values.put("unsubscribe", web.url() + "/unsubscribe/" + marks.get(Purpose.UNSUBSCRIBE));
    values.put("confirm", web.url() + "/confirm/" + marks.get(Purpose.CONFIRM));
    return values;
  }

  private Edition print(
      Edition.Kind kind, Map<String, Object> values, Map<Purpose, String> marks, Headers headers) {
    String name = kind == Edition.Kind.ESSAY ? "letter" : kind.name().toLowerCase(Locale.ROOT);
    String language = (String) values.get("language");
    String subject =
        shortened(Headers.oneLine(render(name, language, "subject", values)), LONGEST_SUBJECT);
    String styled = CssInliner.inline(render(name, language, "html", values));
    // Template tags leave many empty lines; an essay's own stand between br elements by now.
    String html = styled.replaceAll("\\n[ \\t]*(?=\\n)", "");
    String text = render(name, language, "txt", values).strip();
    String boundary =
        "=_postrider_" + Sha256.of(subject + "\n" + text + "\n" + html).substring(0, 24);
    headers
        .addText("Subject", subject)
        .add("MIME-Version", "1.0")
        .add("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    MimeBody body = new MimeBody(marks, boundary);
    body.write(text, html);
    return new Edition(kind, subject, headers.bytes(), body.bytes(), body.holes());
  }

  private String render(String name, String language, String form, Map<String, Object> values) {
    for (String tag : LetterLanguage.fallbacks(language)) {
      String translated = name + "." + tag + "." + form;
      if (templates.exists(translated)) {
        return templates.render(translated, values);
      }
    }
    return templates.render(name + "." + form, values);
  }

  /**
   * What stands for the tokens until they are filled in. Made from the letter's own content, so
   * that no content can hold it: it would have to contain its own hash.
   */
  private static Map<Purpose, String> marks(String content) {
    Map<Purpose, String> marks = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      marks.put(purpose, "t" + Sha256.of(purpose + "\n" + content).substring(0, Tokens.LENGTH - 1));
    }
    return marks;
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    for (String cluster : EncodedWords.clusters(text)) {
      if (kept.length() + cluster.length() >= longest) {
        break;
      }
      kept.append(cluster);
    }
    return kept.toString().stripTrailing() + "…";
  }

  /**
   * What letters say of the blog.
   *
   * @param home the author's own site
   * @param timeZone in which an essay's date is shown
   */
  public record Blog(String title, URI home, String language, String author, ZoneId timeZone) {

    /** A blog whose dates are shown in UTC. */
    public Blog(String title, URI home, String language, String author) {
      this(title, home, language, author, ZoneOffset.UTC);
    }
  }
}
