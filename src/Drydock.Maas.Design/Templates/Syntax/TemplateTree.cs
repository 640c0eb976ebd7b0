using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>An expression of a template.</summary>
/// <param name="Place">Where errors of its own are told.</param>
internal abstract record TemplateExpression(TemplatePlace Place);

internal sealed record ConstantExpression(TemplatePlace Place, object Value) : TemplateExpression(Place);

internal sealed record NameExpression(TemplatePlace Place, string Name) : TemplateExpression(Place);

internal sealed record ListExpression(TemplatePlace Place, IReadOnlyList<TemplateExpression> Items, bool IsTuple) : TemplateExpression(Place);

internal sealed record MappingExpression(
    TemplatePlace Place, IReadOnlyList<(TemplateExpression Key, TemplateExpression Value)> Entries) : TemplateExpression(Place);

/// <summary>A value if a condition is met, and otherwise another one or nothing.</summary>
internal sealed record ConditionalExpression(
    TemplatePlace Place, TemplateExpression Value, TemplateExpression Condition, TemplateExpression? Otherwise) : TemplateExpression(Place);

/// <summary>And, or: the left value where it decides, else the right one.</summary>
internal sealed record LogicalExpression(TemplatePlace Place, bool IsAnd, TemplateExpression Left, TemplateExpression Right)
    : TemplateExpression(Place);

internal sealed record NotExpression(TemplatePlace Place, TemplateExpression Value) : TemplateExpression(Place);

/// <summary>Comparisons in a chain, a &lt; b &lt; c: each value is compared with the one before it.</summary>
internal sealed record ComparisonExpression(
    TemplatePlace Place, TemplateExpression First, IReadOnlyList<(string Operator, TemplateExpression Value)> Others) : TemplateExpression(Place);

internal sealed record ArithmeticExpression(TemplatePlace Place, string Operator, TemplateExpression Left, TemplateExpression Right)
    : TemplateExpression(Place);

internal sealed record SignExpression(TemplatePlace Place, bool IsNegative, TemplateExpression Value) : TemplateExpression(Place);

/// <summary>A member by name or by index.</summary>
internal sealed record MemberExpression(TemplatePlace Place, TemplateExpression Value, TemplateExpression Key) : TemplateExpression(Place);

internal sealed record SliceExpression(
    TemplatePlace Place, TemplateExpression Value, TemplateExpression? From, TemplateExpression? To, TemplateExpression? By)
    : TemplateExpression(Place);

/// <summary>A filter, test, method or function with its arguments.</summary>
internal sealed record CallExpression(
    TemplatePlace Place,
    CallKind Kind,
    string Name,
    TemplateExpression Value,
    IReadOnlyList<TemplateExpression> Arguments,
    IReadOnlyList<KeyValuePair<string, TemplateExpression>> NamedArguments) : TemplateExpression(Place);

internal enum CallKind
{
    Filter,
    Test,
    Method,
    Range,
}

/// <summary>A stretch of text, an output or a statement of a template.</summary>
/// <param name="Place">Where it begins.</param>
internal abstract record TemplateStatement(TemplatePlace Place);

internal sealed record DataStatement(TemplatePlace Place, string Text) : TemplateStatement(Place);

internal sealed record OutputStatement(TemplatePlace Place, TemplateExpression Value) : TemplateStatement(Place);

/// <summary>The first branch whose condition is met, or that has none.</summary>
internal sealed record IfStatement(
    TemplatePlace Place, IReadOnlyList<(TemplateExpression? Condition, IReadOnlyList<TemplateStatement> Body)> Branches)
    : TemplateStatement(Place);

/// <summary>A loop over items, of which a condition may select some, and what is rendered where there are none.</summary>
internal sealed record ForStatement(
    TemplatePlace Place,
    IReadOnlyList<string> Names,
    TemplateExpression Items,
    TemplateExpression? Condition,
    IReadOnlyList<TemplateStatement> Body,
    IReadOnlyList<TemplateStatement> Otherwise) : TemplateStatement(Place);

internal sealed record SetStatement(TemplatePlace Place, IReadOnlyList<string> Names, TemplateExpression Value) : TemplateStatement(Place);

/// <summary>Sets a name to what its body renders to.</summary>
internal sealed record CaptureStatement(TemplatePlace Place, string Name, IReadOnlyList<TemplateStatement> Body) : TemplateStatement(Place);

internal sealed record WithStatement(
    TemplatePlace Place, IReadOnlyList<KeyValuePair<string, TemplateExpression>> Values, IReadOnlyList<TemplateStatement> Body)
    : TemplateStatement(Place);
