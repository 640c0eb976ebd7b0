using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.State;

/// <summary>A notice to one user, to all who are no administrators, or to the administrators.</summary>
internal sealed class SimulatedNotification
{
    public required int Id { get; init; }

    /// <summary>A name that no other has; null for none.</summary>
    public string? Ident { get; set; }

    public SimulatedUser? User { get; set; }

    public bool ForUsers { get; set; }

    public bool ForAdmins { get; set; }

    /// <summary>With the members of <see cref="Context"/> in braces.</summary>
    public string Message { get; set; } = "";

    public JsonObject Context { get; set; } = [];

    /// <summary><c>error</c>, <c>warning</c>, <c>success</c> or <c>info</c>.</summary>
    public string Category { get; set; } = "info";

    public bool Dismissable { get; set; } = true;

    /// <summary>Who does not want to see it any more.</summary>
    public List<SimulatedUser> DismissedBy { get; } = [];

    /// <summary>Whether it is meant for a user; that some administrators are users, too, is not thought of.</summary>
    public bool Concerns(SimulatedUser user) => User == user || (user.IsSuperuser ? ForAdmins : ForUsers);
}
