namespace Senim.Shims.Stateless.Tests;

public class ActivatingAMachine
{
    [Fact]
    public void Superstates_are_activated_first_and_deactivated_last()
    {
        var house = new House(Place.Kitchen);
        foreach (var place in new[] { Place.Kitchen, Place.House, Place.Hall })
            house.Configure(place).OnActivate(() => house.Log.Add($"on {place}")).OnDeactivate(() => house.Log.Add($"off {place}"));

        house.Machine.Activate();
        house.Machine.Deactivate();

        Assert.Equal(["on House", "on Kitchen", "off Kitchen", "off House"], house.Log);
    }

    [Fact]
    public void Transitions_neither_activate_nor_deactivate()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall).OnDeactivate(() => house.Log.Add("off"));
        house.Configure(Place.Hall).OnActivate(() => house.Log.Add("on"));

        Assert.Equal(["out Garden", "in House", "in Hall"], house.Fire(Walk.Enter));
    }

    [Fact]
    public async Task Awaited_actions_need_awaited_activation()
    {
        var house = new House(Place.Hall);
        Task Later(string entry) => Task.Run(() => house.Log.Add(entry));
        house.Configure(Place.Hall).OnActivateAsync(() => Later("on")).OnDeactivateAsync(() => Later("off"));

        Assert.Contains("ActivateAsync", Assert.Throws<InvalidOperationException>(house.Machine.Activate).Message, StringComparison.Ordinal);
        Assert.Contains("DeactivateAsync", Assert.Throws<InvalidOperationException>(house.Machine.Deactivate).Message, StringComparison.Ordinal);
        await house.Machine.ActivateAsync();
        await house.Machine.DeactivateAsync();

        Assert.Equal(["on", "off"], house.Log);
    }
}
