using Drydock.Maas.Models;

namespace Drydock.Maas.Errors;

/// <summary>A step cannot be done for one node or network; the others go on.</summary>
public class NodeException : MaasException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errorId">The identifier, see <see cref="ErrorIds"/>.</param>
    /// <param name="message">What was found and what to do.</param>
    /// <param name="inner">The cause.</param>
    public NodeException(string errorId, string message, Exception? inner = null)
        : base(errorId, message, inner)
    {
    }

    /// <summary>The refusal of a change to a locked machine. MAAS refuses all of them but unlocking and tagging, to everybody, with a 403 without a word.</summary>
    internal static NodeException RefuseLocked(Machine machine) =>
        new(ErrorIds.MachineLocked, $"Machine {machine} ({machine.SystemId}) is locked in MAAS. Unlock it first if it may be changed: Unlock-MaasMachine.");
}
