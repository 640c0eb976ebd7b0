using System.Reflection;
using Drydock.Maas.Api;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>A client whose writes all fail after some have gone through, as when the process had been killed there.</summary>
public class InterruptingMaas : DispatchProxy
{
    private object _inner = null!;
    private Counter _left = null!;

    public static IMaasClient Wrap(IMaasClient inner, int writes) =>
        (IMaasClient)(object)Wrap(typeof(IMaasClient), inner, new Counter { Left = writes });

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        if (IsWrite(targetMethod.Name) && _left.Left-- <= 0)
            throw new MaasException("Interrupted", $"Killed before {targetMethod.DeclaringType?.Name}.{targetMethod.Name}.");
        var answer = targetMethod.Invoke(_inner, args);
        return targetMethod.ReturnType.Namespace == typeof(IMaasClient).Namespace && targetMethod.ReturnType.IsInterface
            ? Wrap(targetMethod.ReturnType, answer!, _left)
            : answer;
    }

    private static InterruptingMaas Wrap(Type type, object inner, Counter left)
    {
        var proxy = (InterruptingMaas)Create(type, typeof(InterruptingMaas));
        proxy._inner = inner;
        proxy._left = left;
        return proxy;
    }

    private static bool IsWrite(string method) =>
        new[] { "Create", "Update", "Delete", "Import" }.Any(w => method.StartsWith(w, StringComparison.Ordinal));

    private sealed class Counter
    {
        public int Left { get; set; }
    }
}
