using System.Globalization;
using Drydock.Maas.Design.Python;
using Drydock.Maas.Design.Templates.Functions;
using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates;

/// <summary>Evaluates expressions; an error gets the place of the innermost one that failed.</summary>
internal sealed class ExpressionEvaluator(RenderBudget budget)
{
    private const int LongestRange = 100_000;

    private readonly PythonComparison _comparison = new(budget);

    public object Evaluate(TemplateExpression expression, TemplateScope scope)
    {
        try
        {
            budget.Enter();
            var value = expression switch
            {
                ConstantExpression constant => constant.Value,
                NameExpression name => scope.Find(name.Name),
                MemberExpression member => PythonValues.Member(Evaluate(member.Value, scope), Evaluate(member.Key, scope)),
                CallExpression call => Call(call, scope),
                ArithmeticExpression e => Arithmetic.Calculate(e.Operator, Require(e.Left, scope), Require(e.Right, scope), budget),
                ComparisonExpression comparison => Compare(comparison, scope),
                LogicalExpression logical => Decide(logical, scope),
                NotExpression negation => !IsTrue(negation.Value, scope),
                ConditionalExpression conditional => Choose(conditional, scope),
                SignExpression sign => Arithmetic.Sign(sign.IsNegative, Require(sign.Value, scope)),
                SliceExpression slice => Slice(slice, scope),
                ListExpression list => MakeList(list, scope),
                MappingExpression mapping => MakeMapping(mapping, scope),
                _ => throw new InvalidOperationException($"There is no {expression.GetType().Name}."),
            };
            budget.Leave();
            return value;
        }
        catch (TemplateException e) when (!e.IsPlaced)
        {
            throw e.At(expression.Place);
        }
    }

    public bool IsTrue(TemplateExpression condition, TemplateScope scope)
    {
        var value = Evaluate(condition, scope);
        try
        {
            return PythonValues.IsTrue(value);
        }
        catch (TemplateException e) when (!e.IsPlaced)
        {
            throw e.At(condition.Place);
        }
    }

    private object Require(TemplateExpression operand, TemplateScope scope) =>
        Evaluate(operand, scope) is var value && value is Undefined missing
            ? throw new TemplateException(missing.Reason, operand.Place)
            : value;

    private bool Compare(ComparisonExpression comparison, TemplateScope scope)
    {
        var left = Evaluate(comparison.First, scope);
        foreach (var (operation, value) in comparison.Others)
        {
            var right = Evaluate(value, scope);
            if (!_comparison.Check(operation, left, right))
                return false;
            left = right;
        }

        return true;
    }

    private object Decide(LogicalExpression logical, TemplateScope scope)
    {
        var left = Evaluate(logical.Left, scope);
        return PythonValues.IsTrue(left) == logical.IsAnd ? Evaluate(logical.Right, scope) : left;
    }

    private object Choose(ConditionalExpression conditional, TemplateScope scope)
    {
        if (IsTrue(conditional.Condition, scope))
            return Evaluate(conditional.Value, scope);
        return conditional.Otherwise is { } otherwise
            ? Evaluate(otherwise, scope)
            : new Undefined("The if of an expression has no else, and its condition is not met.", IsName: false);
    }

    private object Slice(SliceExpression slice, TemplateScope scope)
    {
        var value = Require(slice.Value, scope);
        if (value is not (string or IReadOnlyList<object>))
            return new Undefined($"{PythonValues.Kind(value)} has no slice.", IsName: false);
        var items = PythonValues.Items(value, budget);
        var by = Bound(slice.By);
        var sliced = by == 0
            ? throw new TemplateException("The step of a slice is 0.")
            : PythonSlice.Indexes(items.Count, Bound(slice.From), Bound(slice.To), by).Select(i => items[i]);
        return value is string ? string.Concat(sliced) : value is PythonTuple ? new PythonTuple(sliced) : sliced.ToList();

        long? Bound(TemplateExpression? bound) =>
            bound is not null && Evaluate(bound, scope) is var index and not NoneValue ? Arithmetic.ToWhole(index) : null;
    }

    private List<object> MakeList(ListExpression list, TemplateScope scope)
    {
        var items = list.Items.Select(i => Evaluate(i, scope));
        return list.IsTuple ? new PythonTuple(items) : items.ToList();
    }

    private Dictionary<string, object> MakeMapping(MappingExpression mapping, TemplateScope scope)
    {
        var made = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            var name = Evaluate(key, scope) as string ?? throw new TemplateException("Keys of a mapping are texts.", key.Place);
            made[name] = Evaluate(value, scope);
        }

        return made;
    }

    private object Call(CallExpression call, TemplateScope scope)
    {
        var value = Evaluate(call.Value, scope);
        var arguments = new Arguments(
            call.Name,
            [.. call.Arguments.Select(a => Evaluate(a, scope))],
            [.. call.NamedArguments.Select(a => KeyValuePair.Create(a.Key, Evaluate(a.Value, scope)))],
            budget);
        return call.Kind switch
        {
            CallKind.Filter => TemplateFilters.Apply(value, call.Name, arguments),
            CallKind.Test => TemplateTests.Check(value, call.Name, arguments),
            CallKind.Method => TemplateMethods.Call(value, call.Name, arguments),
            _ => MakeRange(arguments.Values),
        };
    }

    private PythonRange MakeRange(IReadOnlyList<object> arguments)
    {
        var numbers = arguments.Select(Arithmetic.ToWhole).ToList();
        if (numbers.Count is 0 or > 3 || (numbers.Count == 3 && numbers[2] == 0))
            throw new TemplateException("range takes an end, or a start, an end and a step other than 0.");
        var (start, end) = numbers.Count == 1 ? (0L, numbers[0]) : (numbers[0], numbers[1]);
        var step = numbers.Count == 3 ? numbers[2] : 1L;
        var count = start == end || start < end != step > 0 ? 0 : 1 + ((end - (Int128)start - Math.Sign(step)) / step);
        if (count > LongestRange)
            throw new TemplateException(string.Create(CultureInfo.InvariantCulture, $"A range has at most {LongestRange} numbers."));
        budget.Spend((long)count);
        return new(start, end, step, (int)count);
    }
}
