package org.postrider.post.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a block of YAML down to untyped values with places. */
public final class YamlBlock {
  private static final int MAX_VALUES = 20_000;
  private static final int MAX_DEPTH = 50;

  private final String text;
  private final int firstLine;
  private final boolean surrogates;
  private int values;

  private YamlBlock(String text, int firstLine) {
    this.text = text;
    this.firstLine = firstLine;
    this.surrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /**
   * @param firstLine the line of the file on which {@code text} begins
   */
  public static Value.Fields read(String text, int firstLine) throws BadSource {
    return new YamlBlock(printable(text), firstLine).read();
  }

  // The engine refuses whole blocks for these, and no author means them.
  private static String printable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean unprintable = c >= 0x7F && c <= 0x9F && c != 0x85;
      if (!unprintable) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private Value.Fields read() throws BadSource {
    Optional<Node> root = compose();
    if (root.isEmpty()) {
      return new Value.Fields(List.of(), "", firstLine, 1);
    }
    Value value = value(root.get(), 0);
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    if (value instanceof Value.Scalar scalar && scalar.isNull()) {
      return new Value.Fields(List.of(), "", firstLine, 1);
    }
    throw new BadSource(
        value.line(),
        value.column(),
        "\"" + firstLineOf(value.source()) + "\" is not of the form \"key: value\"",
        "write keys and values such as \"title: My essay\", with a blank after the colon");
  }

  private Optional<Node> compose() throws BadSource {
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(SourceText.MAX_BYTES)
            .build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      throw YamlFault.explain(e, text, firstLine);
    } catch (YamlEngineException e) {
      throw new BadSource(
          firstLine,
          0,
          "the block is not valid YAML: " + firstLineOf(e.getMessage()),
          "correct it");
    } catch (StackOverflowError e) {
      // The composer recurses once per level, and the levels are the file's to choose.
      throw tooDeep(firstLine);
    }
  }

  private Value value(Node node, int depth) throws BadSource {
    int line = node.getStartMark().map(this::line).orElse(firstLine);
    int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    values++;
    if (depth > MAX_DEPTH) {
      throw tooDeep(line);
    }
    if (values > MAX_VALUES) {
      throw new BadSource(
          line, column, "the block holds more than " + MAX_VALUES + " values", "shorten it");
    }
    if (node instanceof ScalarNode scalar) {
      boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
      String source = plain ? scalar.getValue() : source(node);
      return new Value.Scalar(
          XmlCharacters.scrub(scalar.getValue()), source, plain, isCommented(node), line, column);
    }
    if (node instanceof SequenceNode sequence) {
      List<Value> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(value(item, depth + 1));
      }
      return new Value.Items(List.copyOf(items), source(node), line, column);
    }
    if (node instanceof MappingNode mapping) {
      List<Value.Field> fields = new ArrayList<>();
      for (NodeTuple tuple : mapping.getValue()) {
        fields.add(field(tuple, depth + 1));
      }
      return new Value.Fields(List.copyOf(fields), source(node), line, column);
    }
    throw new BadSource(line, column, "the YAML alias refers to nothing", "write the value out");
  }

  private Value.Field field(NodeTuple tuple, int depth) throws BadSource {
    Value key = value(tuple.getKeyNode(), depth);
    String name = key instanceof Value.Scalar scalar ? scalar.text() : key.source();
    return new Value.Field(name, value(tuple.getValueNode(), depth), key.line(), key.column());
  }

  private static BadSource tooDeep(int line) {
    return new BadSource(
        line, 0, "the block is nested more than " + MAX_DEPTH + " levels deep", "flatten it");
  }

  private int line(Mark mark) {
    return firstLine + mark.getLine();
  }

  private String source(Node node) {
    int start = offset(node.getStartMark());
    int end = offset(node.getEndMark());
    return start < end ? text.substring(start, end).strip() : "";
  }

  private boolean isCommented(Node node) {
    int end = offset(node.getEndMark());
    int i = end;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i > end && i < text.length() && text.charAt(i) == '#';
  }

  // Marks count code points, Java counts UTF-16 units.
  private int offset(Optional<Mark> mark) {
    int codePoints = mark.map(Mark::getIndex).orElse(0);
    return surrogates ? text.offsetByCodePoints(0, codePoints) : codePoints;
  }

  private static String firstLineOf(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
