using System.Reflection;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Fails a test that makes a request it has not prepared.</summary>
public class RefusingClient : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new NotSupportedException($"The test expects no {targetMethod?.DeclaringType?.Name}.{targetMethod?.Name}.");
}
