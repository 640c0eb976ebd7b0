using Drydock.Maas.Design.Templates.Values;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>A function of the script: the line it is called from comes first, then its arguments.</summary>
internal sealed class TemplateFunction(Func<int, IReadOnlyList<object>, object?> function, OperationBudget budget) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var line = (int)arguments[0]!;
        budget.Spend(line);
        var values = new object[arguments.Count - 1];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i + 1] ?? throw new InvalidOperationException("A script has no null.");
        return function(line, values);
    }

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
