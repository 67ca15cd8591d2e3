package org.postrider.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postrider.post.site.PostDate;
import org.postrider.post.source.BadSource;
import org.postrider.post.source.Names;
import org.postrider.post.source.Note;
import org.postrider.post.source.Value;
import org.postrider.post.source.Words;

/** The front matter of one post, read as its keys mean it; collects what was repaired. */
final class PostFields {
  private final Value.Fields fields;
  private final List<Note> notes = new ArrayList<>();

  PostFields(Value.Fields fields) {
    this.fields = fields;
    noteDuplicates();
    KnownKeys.hints(fields).forEach(notes::add);
  }

  Value.Fields all() {
    return fields;
  }

  List<Note> notes() {
    return notes;
  }

  void note(int line, int column, String reason, String remedy) {
    notes.add(new Note(line, column, reason, remedy));
  }

  private void noteDuplicates() {
    Map<String, Integer> first = new HashMap<>();
    for (Value.Field field : fields.fields()) {
      Integer line = first.putIfAbsent(field.key(), field.line());
      if (line != null) {
        note(
            field.line(),
            field.column(),
            "\"" + field.key() + "\" stands in line " + line + " too; the last one counts",
            "delete one of them");
      }
    }
  }

  /** A text as the author typed it, on one line; empty when there is none. */
  Optional<String> text(String key) {
    return fields
        .value(key)
        .filter(value -> !(value instanceof Value.Scalar s && s.isNull()))
        .map(value -> value instanceof Value.Scalar s ? s.text() : value.source())
        .map(Words::collapse)
        .filter(text -> !text.isEmpty());
  }

  /** Like {@link #text}, but a list or mapping counts as none. */
  Optional<String> scalar(String key) {
    return fields.value(key).filter(Value.Scalar.class::isInstance).flatMap(v -> text(key));
  }

  /** The title; empty when the key is absent or null. */
  Optional<String> title() throws BadSource {
    Optional<Value.Field> field = fields.find("title");
    if (field.isEmpty() || (field.get().value() instanceof Value.Scalar s && s.isNull())) {
      return Optional.empty();
    }
    Value value = field.get().value();
    if (value instanceof Value.Scalar scalar && scalar.plain() && scalar.commented()) {
      note(
          value.line(),
          value.column(),
          "the title ends before \" #\", where a comment begins: \"" + scalar.text() + "\"",
          "quote the title if that belongs to it");
    }
    Optional<String> title =
        text("title").map(text -> Words.collapse(text.replaceAll("(?i)<br ?/?>", " ")));
    if (title.isEmpty() || title.get().isEmpty()) {
      throw bad(field.get(), "title: \"\" is empty", "write a title, or delete the key");
    }
    return title;
  }

  /** The date; empty when the key is absent. */
  Optional<Instant> date(PostDate dates) throws BadSource {
    Optional<Value.Field> field = fields.find("date");
    if (field.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> date = date(field.get(), dates);
    if (date.isEmpty()) {
      throw bad(
          field.get(),
          "date: \"" + shown(field.get()) + "\" is not a date",
          "write it as in \"date: 2024-08-30 20:15:00 +0800\"");
    }
    return date;
  }

  /** When the author says to have last changed the post. */
  Optional<Instant> updated(PostDate dates) {
    for (String key : List.of("last_modified_at", "lastmod", "updated")) {
      Optional<Value.Field> field = fields.find(key);
      if (field.isPresent() && text(key).isPresent()) {
        Optional<Instant> date = date(field.get(), dates);
        if (date.isPresent()) {
          return date;
        }
        note(
            field.get().line(),
            field.get().column(),
            key + ": \"" + shown(field.get()) + "\" is not a date and was ignored",
            "write it as in \"" + key + ": 2024-08-30 20:15:00 +0800\"");
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> date(Value.Field field, PostDate dates) {
    return field.value() instanceof Value.Scalar scalar
        ? dates.parse(scalar.text(), scalar.plain())
        : Optional.empty();
  }

  List<String> authors() {
    List<String> single = fields.value("author").map(Names::of).orElse(List.of());
    return single.isEmpty() ? fields.value("authors").map(Names::of).orElse(List.of()) : single;
  }

  /** Whether the author holds the post back: {@code published: false} or {@code draft: true}. */
  boolean isDraft() {
    boolean unpublished =
        fields.find("published").map(field -> isNull(field) || says(field, false)).orElse(false);
    return fields.find("draft").map(field -> says(field, true)).orElse(false) || unpublished;
  }

  private boolean says(Value.Field field, boolean wanted) {
    if (!(field.value() instanceof Value.Scalar scalar)) {
      return false;
    }
    boolean zero = scalar.text().strip().equals("0");
    Optional<Boolean> meaning = zero ? Optional.of(false) : Words.truth(scalar.text());
    boolean agrees = meaning.equals(Optional.of(wanted));
    if (agrees && (!scalar.plain() || zero)) {
      note(
          field.line(),
          field.column(),
          field.key()
              + ": "
              + scalar.source()
              + " is no boolean to Jekyll; here it counts as "
              + wanted,
          "write " + field.key() + ": " + wanted);
    }
    return agrees;
  }

  private static boolean isNull(Value.Field field) {
    return field.value() instanceof Value.Scalar scalar && scalar.isNull();
  }

  static BadSource bad(Value.Field field, String reason, String remedy) {
    return new BadSource(field.line(), field.column(), reason, remedy);
  }

  private static String shown(Value.Field field) {
    String text = field.value() instanceof Value.Scalar s ? s.text() : field.value().source();
    String line = Words.collapse(text);
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
