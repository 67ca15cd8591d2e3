package org.postrider.template;

import io.pebbletemplates.pebble.extension.NodeVisitor;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.AbstractRenderableNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.ForTokenParser;
import io.pebbletemplates.pebble.tokenParser.IncludeTokenParser;
import io.pebbletemplates.pebble.tokenParser.MacroTokenParser;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.Writer;
import java.util.List;

/** Pebble's tags that repeat something, each turn paid from a {@link Budget}. */
final class CountedTags {

  private final Budget budget;

  CountedTags(Budget budget) {
    this.budget = budget;
  }

  List<TokenParser> parsers() {
    return List.of(new CountedFor(), new CountedMacro(), new CountedInclude());
  }

  private BodyNode counted(RenderableNode body, int line) {
    return new BodyNode(line, List.of(new Turn(line), body));
  }

  private final class CountedFor extends ForTokenParser {
    @Override
    public RenderableNode parse(Token token, Parser parser) {
      ForNode loop = (ForNode) super.parse(token, parser);
      return new ForNode(
          loop.getLineNumber(),
          loop.getIterationVariable(),
          loop.getIterable(),
          counted(loop.getBody(), loop.getLineNumber()),
          loop.getElseBody());
    }
  }

  private final class CountedMacro extends MacroTokenParser {
    @Override
    public RenderableNode parse(Token token, Parser parser) {
      MacroNode macro = (MacroNode) super.parse(token, parser);
      return new MacroNode(
          macro.getName(), macro.getArgs(), counted(macro.getBody(), token.getLineNumber()));
    }
  }

  private final class CountedInclude extends IncludeTokenParser {
    @Override
    public RenderableNode parse(Token token, Parser parser) {
      return counted(super.parse(token, parser), token.getLineNumber());
    }
  }

  /** Writes nothing; stands at the beginning of what is repeated. */
  private final class Turn extends AbstractRenderableNode {

    Turn(int line) {
      super(line);
    }

    @Override
    public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context) {
      budget.turn(self.getName(), getLineNumber());
    }

    @Override
    public void accept(NodeVisitor visitor) {
      visitor.visit(this);
    }
  }
}
